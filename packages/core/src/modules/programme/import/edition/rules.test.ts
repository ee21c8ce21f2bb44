import type { Schedule } from '@fachtag/formats/schedule/types'
import { describe, expect, test } from 'vitest'
import { describeEdition } from './rules.ts'

const schedule = (given: Partial<Schedule>): Schedule => ({
  title: 'Tagung',
  timeZone: 'Europe/Berlin',
  rooms: [],
  tracks: [],
  sessions: [],
  ...given,
})
const session = (day: string, language?: string) => ({
  reference: day,
  title: day,
  day,
  language,
  people: [],
  links: [],
  attachments: [],
})
const described = (given: Partial<Schedule>) => describeEdition(schedule(given), '2026-06-01')

describe('describeEdition', () => {
  test.each([
    ['FOSDEM 2026', 'FOSDEM', 'fosdem'],
    ['31. Chaos Communication Congress', 'Chaos Communication Congress', 'chaos-communication-congress'],
    ['PyConFR, 2025', 'PyConFR', 'pyconfr'],
    ['2024', '2024', '2024'],
    ['Chaos Communication Camp 2019: Bits', 'Chaos Communication Camp : Bits', 'chaos-communication-camp-bits'],
  ])('%s belongs to the series %s', (title, name, slug) => {
    expect(described({ title }).series).toMatchObject({ name, slug })
  })

  test('says day, place and zone as the schedule does', () => {
    const given = {
      firstDay: '2026-01-31',
      lastDay: '2026-02-01',
      city: 'Brussels',
      venue: 'ULB',
      timeZone: 'Europe/Brussels',
    }
    expect(described({ title: 'FOSDEM 2026', ...given }).edition).toEqual({
      slug: '2026',
      name: 'FOSDEM 2026',
      date: { startsOn: '2026-01-31', endsOn: '2026-02-01' },
      timeZone: 'Europe/Brussels',
      state: 'held',
      visibility: 'public',
      venue: { city: 'Brussels', name: 'ULB' },
    })
  })

  test('takes the days of the sessions where the schedule has none', () => {
    const sessions = [session('2026-09-11'), session('2026-09-10')]
    expect(described({ sessions }).edition).toMatchObject({
      slug: '2026',
      date: { startsOn: '2026-09-10', endsOn: '2026-09-11' },
      state: 'planned',
    })
  })

  test('invents no day and no place', () => {
    expect(described({ title: 'Tag der IT' }).edition).toMatchObject({
      slug: 'tag-der-it',
      date: undefined,
      venue: undefined,
    })
  })

  test.each([
    [['de', 'en', 'de'], 'de'],
    [['en', 'en', 'de'], 'en'],
    [[undefined], 'de'],
  ] as const)('of sessions in %j the series speaks %s', (languages, expected) => {
    const sessions = languages.map((language, n) => session(`2026-09-1${n}`, language))
    expect(described({ sessions }).series.language).toBe(expected)
  })
})
