import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'
import { stem } from './stem.ts'

describe('forms of one word share a stem', () => {
  test.each([
    ['Verwaltung', 'Verwaltungen', 'verwalten', 'Verwaltungs'],
    ['Akte', 'Akten'],
    ['Konzept', 'Konzepte', 'Konzepten', 'Konzeptes', 'Konzepts'],
    ['Kommune', 'Kommunen'],
    ['Haus', 'Häuser', 'Häusern', 'Hauses'],
    ['Stadt', 'Städte', 'Städten'],
    ['Landkreis', 'Landkreise', 'Landkreisen', 'Landkreises'],
    ['elektronisch', 'elektronische', 'elektronischen', 'elektronischer', 'elektronisches'],
    ['digital', 'digitale', 'digitalen', 'digitaler', 'digitales'],
    ['sicher', 'sichere', 'sicheren'],
    ['Sicherheit', 'Sicherheiten'],
    ['Führung', 'Führungen'],
    ['Angriff', 'Angriffe', 'Angriffen', 'Angriffs'],
    ['Notfallplan', 'Notfallpläne', 'Notfallplänen'],
    ['System', 'Systeme', 'Systemen', 'Systems'],
    ['Problem', 'Probleme', 'Problemen', 'Problems'],
    ['Ergebnis', 'Ergebnisse', 'Ergebnissen', 'Ergebnisses'],
    ['Vertreter', 'Vertretern', 'Vertreterin', 'Vertreterinnen'],
    ['Rechnung', 'Rechnungen'],
    ['Automatisierung', 'automatisieren', 'automatisierend'],
    ['Digitalisierung', 'digitalisieren'],
    ['möglich', 'Möglichkeit', 'Möglichkeiten'],
    ['handeln', 'Handel'],
    ['neu', 'neue', 'neuen', 'neues', 'neuer'],
    ['thüringisch', 'thüringischen', 'thüringische'],
  ])('%s', (first, ...others) => {
    expect(others.map((word) => stem(fold(word)))).toEqual(others.map(() => stem(fold(first))))
  })
})

describe('different words keep different stems', () => {
  test.each([
    ['Akte', 'Akteur'],
    ['Plan', 'Planet'],
    ['Internet', 'intern'],
    ['Ticket', 'Tick'],
    ['Verwaltung', 'Gewalt'],
    ['Kommune', 'Kommunikation'],
    ['Tag', 'Tagung'],
    ['Rat', 'Rathaus'],
  ])('%s, %s', (one, other) => expect(stem(fold(one))).not.toBe(stem(fold(other))))
})

test.each(['', 'a', 'KI', 'ig', 'heit', 'ung', '2024', 'ελλαδα', 'yyyy', 'uuu'])('%j has a stem', (word) => {
  expect(stem(fold(word)).length).toBeLessThanOrEqual(word.length)
})

test('goes on working when it has forgotten what it knew', () => {
  const before = stem('verwaltungen')
  for (let i = 0; i < 20_001; i++) stem(`wort${i}`)
  expect(stem('verwaltungen')).toBe(before)
})
