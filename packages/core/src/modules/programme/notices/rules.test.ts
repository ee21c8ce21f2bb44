import { describe, expect, test } from 'vitest'
import type { Place } from '../changelog/types.ts'
import type { PersonChange, SessionChange } from '../impact/types.ts'
import { editionAddress, noticeValues, templateOf, whomToTell } from './rules.ts'
import type { NoticePlace, Reach } from './types.ts'

const today = '2031-11-05'
const on = (day: string | null): Place => ({ day, startsAt: null, durationMinutes: null, room: null })
const place: NoticePlace = {
  editionName: 'Tagung',
  path: '/reihe/2031',
  timeZone: 'Europe/Berlin',
  isHeld: false,
  replyTo: null,
}
const reach: Reach = {
  personId: 'per_ida',
  name: 'Ida Öhm',
  email: 'ida@rathaus.example',
  phone: null,
  locale: 'de',
  slug: 'ida-oehm',
  isBounced: false,
}
const session = { id: 'ses_a', slug: 'a', reference: null, title: 'A' }
const change = (given: PersonChange, at: Place = on(today), isListed = true): SessionChange => ({
  session,
  at,
  isListed,
  change: given,
})
const dropped = (day: string | null) => change({ kind: 'dropped', at: on(day) }, on(day))
const joined = (insteadOf: string | null = null) => change({ kind: 'joined', at: on(today), insteadOf })
const person = (...changes: SessionChange[]) => [{ personId: 'per_ida', name: 'Ida Öhm', changes }]

describe('whom a release is told to', () => {
  test.each<readonly [string, SessionChange, boolean]>([
    ['of a session today', dropped(today), true],
    ['of one tomorrow', dropped('2031-11-06'), true],
    ['of one whose day is open', dropped(null), true],
    ['not of one yesterday', dropped('2031-11-04'), false],
    ['of one from yesterday that is put off', change({ kind: 'moved', from: on('2031-11-04'), to: on(today) }), true],
    [
      'of one that is said to have been before, and stood for today',
      change({ kind: 'moved', from: on(today), to: on('2031-11-04') }, on('2031-11-04')),
      true,
    ],
    [
      'not where both are over',
      change({ kind: 'moved', from: on('2031-11-03'), to: on('2031-11-04') }, on('2031-11-04')),
      false,
    ],
  ])('%s', (_, one, isTold) => {
    expect(whomToTell(person(one), place, today)).toEqual(isTold ? person(one) : [])
  })

  test('only what is ahead', () => {
    expect(whomToTell(person(dropped('2031-11-04'), dropped(today)), place, today)).toEqual(person(dropped(today)))
  })

  test('nobody once the edition is over', () => {
    expect(whomToTell(person(dropped(null)), { ...place, isHeld: true }, today)).toEqual([])
  })
})

test.each([
  [[joined(), joined()], 'notice.joined'],
  [[joined('Bo Berg')], 'notice.changes'],
  [[joined(), dropped(today)], 'notice.changes'],
] as const)('the template of %j', (changes, expected) => expect(templateOf(changes)).toBe(expected))

describe('the way to a calendar of their own', () => {
  const origin = 'https://fachtag.example'
  const calendarOf = (given: SessionChange, one = reach, where = place) =>
    noticeValues(where, one, [given], { origin })
      .calendar.flat()
      .flatMap(({ link }) => link ?? [])
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['of who is in it', calendarOf(joined()), [`${origin}/personen/ida-oehm.ics`]],
    ['not of who is in it no more', calendarOf(dropped(today)), []],
    ['not of who is not listed', calendarOf(joined(), { ...reach, slug: null }), []],
    ['not of an edition that nobody sees', calendarOf(joined(), reach, { ...place, path: null }), []],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))
})

test('the public pages have an address in each language, once they are public', () => {
  expect(editionAddress('https://f.example', place, 'de')).toBe('https://f.example/reihe/2031')
  expect(editionAddress('https://f.example', place, 'en')).toBe('https://f.example/en/reihe/2031')
  expect(editionAddress('https://f.example', { ...place, path: null }, 'de')).toBeNull()
})
