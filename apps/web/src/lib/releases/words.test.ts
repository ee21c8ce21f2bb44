import type { ChangeReport, Place } from '@fachtag/core/modules/programme/changelog/types'
import { describe, expect, test } from 'vitest'
import { changelogFeed } from './feed.ts'
import { summariseReport, tellReport, touchesPlaces } from './words.ts'

const none = { added: [], removed: [], changed: [] }
const empty: ChangeReport = {
  added: [],
  removed: [],
  cancelled: [],
  reinstated: [],
  moved: [],
  changed: [],
  tracks: none,
  rooms: none,
}
const session = (title: string) => ({ id: `ses_${title}`, slug: title.toLowerCase(), reference: null, title })
const place = (given: Partial<Place> = {}): Place => ({
  day: '2031-11-05',
  startsAt: '2031-11-05T09:05',
  durationMinutes: 45,
  room: 'Saal',
  ...given,
})
const moved = (to: Partial<Place>) => ({ ...empty, moved: [{ ...session('A'), from: place(), to: place(to) }] })
const details = (report: ChangeReport, locale: 'de' | 'en' = 'de') =>
  tellReport(report, locale).flatMap(({ entries }) => entries.flatMap((entry) => entry.details))

describe('a report in words', () => {
  test('has the lists that are not empty, in the order in which they matter', () => {
    const report = {
      ...empty,
      added: [session('A')],
      removed: [session('B')],
      cancelled: [session('C')],
      changed: [{ ...session('D'), fields: [{ field: 'abstract' }] }],
    }
    expect(tellReport(report, 'de').map(({ name }) => name)).toEqual(['added', 'removed', 'cancelled', 'changed'])
    expect(tellReport(empty, 'de')).toEqual([])
  })

  test.each<readonly [Partial<Place>, string]>([
    [{ startsAt: '2031-11-05T14:00' }, '5. November 2031, 14:00 Uhr, Saal'],
    [{ room: null }, '5. November 2031, 9:05 Uhr'],
    [{ startsAt: null }, '5. November 2031, Saal'],
    [{ day: null, startsAt: null, room: null }, 'ohne Zeit und Raum'],
  ])('says where something was and is: %j', (to, text) => {
    expect(details(moved(to))).toEqual([`5. November 2031, 9:05 Uhr, Saal → ${text}`])
  })

  test('says of a field both values where they are short, and its name where not', () => {
    const fields = [
      { field: 'title', from: 'Alt', to: 'Neu' },
      { field: 'subtitle', from: null, to: 'Neu' },
      { field: 'abstract' },
      { field: 'unknown' },
    ]
    const report = { ...empty, changed: [{ ...session('A'), fields }] }
    expect(details(report)).toEqual(['Titel: Alt → Neu', 'Untertitel: – → Neu', 'Kurztext', 'unknown'])
    expect(details(report, 'en')[0]).toBe('Title: Alt → Neu')
  })

  test('says whether tracks or rooms themselves changed', () => {
    expect(touchesPlaces(empty)).toBe(false)
    expect(touchesPlaces({ ...empty, rooms: { ...none, changed: ['Saal'] } })).toBe(true)
    expect(touchesPlaces({ ...empty, tracks: { ...none, added: ['Reihe'] } })).toBe(true)
  })
})

describe('the feed', () => {
  const entry = {
    id: 'rel_a',
    number: 2,
    name: '2',
    note: 'Wegen Krankheit',
    publishedAt: '2031-10-01T08:00:00.000Z',
    changes: { added: 0, removed: 0, cancelled: 0, reinstated: 0, moved: 1, changed: 0 },
    report: moved({ startsAt: '2031-11-05T14:00' }),
  }
  const series = { id: 'srs_a', slug: 'reihe', name: 'Reihe', shortName: null, language: 'de' }
  const feed = (locale: 'de' | 'en') =>
    changelogFeed({ name: 'Tagung', slug: '2031', series }, [entry], 'https://fachtag.example', locale)

  test('says what changed and why, and leads to it', () => {
    expect(feed('de')).toMatchObject({
      selfUrl: 'https://fachtag.example/reihe/2031/programm/aenderungen.atom',
      pageUrl: 'https://fachtag.example/reihe/2031/programm/aenderungen',
      entries: [
        {
          id: 'urn:fachtag:rel_a',
          title: 'Geändert am 1. Oktober 2031, 10:00',
          url: 'https://fachtag.example/reihe/2031/programm/aenderungen#stand-2',
          updatedAt: entry.publishedAt,
        },
      ],
    })
    expect(feed('de').entries[0]?.summary).toBe(
      'Wegen Krankheit\nAndere Zeit oder anderer Raum: A, 5. November 2031, 9:05 Uhr, Saal → 5. November 2031, 14:00 Uhr, Saal',
    )
    expect(feed('en').pageUrl).toBe('https://fachtag.example/en/reihe/2031/programm/aenderungen')
  })

  test('names a release that has a name, and of many sessions only the first', () => {
    const named = changelogFeed(
      { name: 'Tagung', slug: '2031', series },
      [{ ...entry, name: 'Endstand' }],
      'https://f.example',
      'de',
    )
    expect(named.entries[0]?.title).toBe('Endstand')
    const many = { ...empty, added: Array.from({ length: 30 }, (_, n) => session(`S${n}`)) }
    const text = summariseReport(many, 'de', 2)
    expect(text).toBe('Neu im Programm: S0; S1 … (30)')
  })
})
