import { describe, expect, test } from 'vitest'
import type { Passage } from '../../../../platform/mail/template.ts'
import { writePassages } from '../../../messages/mail/passages/rules.ts'
import type { Place } from '../../changelog/types.ts'
import type { PersonChange, SessionChange } from '../../impact/types.ts'
import { calendarPassage, changePassages, linePassage, type Wording } from './rules.ts'

const day = '2031-11-05'
const at: Place = { day, startsAt: `${day}T09:05`, durationMinutes: 45, room: 'Saal 1' }
const later: Place = { ...at, startsAt: `${day}T14:00`, room: 'Aula' }
const home = 'https://fachtag.example/reihe/2031'
const session = { id: 'ses_a', slug: 'e-akte', reference: null, title: 'E-Akte' }
const said = (change: PersonChange, given: Partial<SessionChange> = {}): SessionChange => ({
  session,
  at,
  isListed: true,
  change,
  ...given,
})
const german: Wording = { timeZone: 'Europe/Berlin', locale: 'de', home }
const english: Wording = { ...german, locale: 'en', home: 'https://fachtag.example/en/reihe/2031' }
const write = (passages: readonly Passage[]) => writePassages(passages).text.replaceAll('\u200b', '')
const tell = (change: PersonChange, wording = german) => write(changePassages([said(change)], wording)).split('\n')

const now = 'Mittwoch, 5. November 2031, 9:05 bis 9:50 Uhr, Saal 1'
const then = 'Mittwoch, 5. November 2031, 14:00 bis 14:45 Uhr, Aula'

describe('what a change says', () => {
  test.each<readonly [PersonChange, readonly string[]]>([
    [{ kind: 'joined', at, insteadOf: null }, [`Sie sind dabei: ${now}`]],
    [
      { kind: 'joined', at, insteadOf: 'Dr. Bo Berg' },
      [`Sie springen für Dr. Bo Berg ein. Vielen Dank! Termin: ${now}`],
    ],
    [{ kind: 'left', at, standIn: null }, [`Sie sind dort nicht mehr eingeplant. Geplant war: ${now}`]],
    [{ kind: 'left', at, standIn: 'Eva Ey' }, [`Ihren Platz übernimmt Eva Ey. Geplant war: ${now}`]],
    [{ kind: 'moved', from: at, to: later }, [`Neu: ${then}`, `Bisher: ${now}`]],
    [{ kind: 'dropped', at }, [`Der Programmpunkt entfällt. Geplant war: ${now}`]],
    [{ kind: 'reinstated', at }, [`Der Programmpunkt findet doch statt: ${now}`]],
    [{ kind: 'retitled', from: 'Akte', to: 'E-Akte' }, ['Bisheriger Titel: Akte']],
    [
      { kind: 'company', joined: ['Eva Ey', 'Uwe Udo'], left: ['Bo Berg'] },
      ['Neben Ihnen ist jetzt dabei: Eva Ey, Uwe Udo', 'Nicht mehr dabei: Bo Berg'],
    ],
    [{ kind: 'company', joined: [], left: ['Bo Berg'] }, ['Nicht mehr dabei: Bo Berg']],
  ])('%j', (change, lines) => {
    expect(tell(change)).toEqual(['„E-Akte“', ...lines, `${home}/programm/beitrag/e-akte`])
    expect(tell(change, english)).toHaveLength(lines.length + 2)
  })

  test('in English in English, with the time that holds there', () => {
    expect(tell({ kind: 'moved', from: at, to: later }, english).slice(0, 2)).toEqual([
      '“E-Akte”',
      expect.stringMatching(/^Now: Wednesday,? 5 November 2031, 14:00 to 14:45 \(local time\), Aula$/),
    ])
  })
})

describe('a place', () => {
  test.each<readonly [Partial<Place>, string]>([
    [{ durationMinutes: null }, 'Mittwoch, 5. November 2031, 9:05 Uhr, Saal 1'],
    [{ startsAt: null }, 'Mittwoch, 5. November 2031, Saal 1'],
    [{ room: null }, 'Mittwoch, 5. November 2031, 9:05 bis 9:50 Uhr'],
    [{ day: null, startsAt: null }, 'Saal 1'],
    [{ day: null, startsAt: null, room: null }, 'Zeit und Raum stehen noch nicht fest'],
  ])('%j says no more than is known', (given, text) => {
    expect(tell({ kind: 'reinstated', at: { ...at, ...given } })[1]).toBe(
      `Der Programmpunkt findet doch statt: ${text}`,
    )
  })
})

test('all that changes at one session stands together, each session for itself', () => {
  const other = { ...session, id: 'ses_b', slug: 'cloud', title: 'Cloud' }
  const changes = [
    said({ kind: 'moved', from: at, to: later }),
    said({ kind: 'dropped', at }, { session: other, isListed: false }),
    said({ kind: 'retitled', from: 'Akte', to: 'E-Akte' }),
  ]
  expect(write(changePassages(changes, german)).split('\n')).toEqual([
    '„E-Akte“',
    `Neu: ${then}`,
    `Bisher: ${now}`,
    'Bisheriger Titel: Akte',
    `${home}/programm/beitrag/e-akte`,
    '',
    '„Cloud“',
    `Der Programmpunkt entfällt. Geplant war: ${now}`,
  ])
})

test('of an edition that nobody sees there is no link', () => {
  expect(writePassages(changePassages([said({ kind: 'dropped', at })], { ...german, home: null })).links).toEqual([])
})

test('what people are called and what they call their sessions is no link, whatever it looks like', () => {
  const title = 'Siehe https://boese.example/login'
  const changes = [said({ kind: 'left', at, standIn: 'www.boese.example' }, { session: { ...session, title } })]
  const { text, links } = writePassages(changePassages(changes, german))
  expect(links).toEqual([`${home}/programm/beitrag/e-akte`])
  expect(text).not.toContain('https://boese.example')
  expect(text).not.toContain('www.boese.example')
})

test('the line for all may have several lines, or be missing', () => {
  expect(write(linePassage('Danke!\r\n\r\nRufen Sie an: 0345 1234\n'))).toBe('Danke!\nRufen Sie an: 0345 1234')
  expect(linePassage(' \n ')).toEqual([])
})

test('the calendar is a link', () => {
  expect(writePassages(calendarPassage('https://fachtag.example/personen/ida.ics', 'de'))).toEqual({
    text: 'Ihre Termine als Kalender, der jede Änderung übernimmt:\nhttps://fachtag.example/personen/ida.ics',
    links: ['https://fachtag.example/personen/ida.ics'],
  })
})
