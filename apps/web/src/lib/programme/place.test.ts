import { expect, it } from 'vitest'
import { programmeAddress } from './place.ts'

it('gives German addresses, and English ones under their prefix', () => {
  const german = programmeAddress('fachtag', '2024', 'de')
  expect(german.programme).toBe('/fachtag/2024/programm')
  expect(german.day('2024-11-27')).toBe('/fachtag/2024/programm/2024-11-27')
  expect(german.day(null)).toBe('/fachtag/2024/programm/ohne-tag')
  expect(german.session('e-akte')).toBe('/fachtag/2024/programm/beitrag/e-akte')
  expect(german.sessionCalendar('e-akte')).toBe('/fachtag/2024/programm/beitrag/e-akte.ics')
  expect(german.trackCalendar('a')).toBe('/fachtag/2024/programm/reihe/a.ics')
  expect(german.export('pdf')).toBe('/fachtag/2024/programm.pdf')
  expect(german.selection).toBe('/fachtag/2024/merkliste')
  expect(programmeAddress('fachtag', '2024', 'en').edition).toBe('/en/fachtag/2024')
})
