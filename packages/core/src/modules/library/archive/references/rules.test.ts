import { expect, test } from 'vitest'
import { archiveSchema } from '../schema.ts'
import { checkReferences } from './rules.ts'

const whole = {
  series: {
    slug: 't',
    name: 'T',
    contacts: [{ person: 'ida', organisation: 'amt', edition: '1', source: 's' }],
    newsCategories: [{ slug: 'k', name: { de: 'K' } }],
  },
  sources: [{ key: 's', title: 'S', publisher: 'amt' }],
  organisations: [{ slug: 'amt', name: 'Amt', kind: 'other' }],
  people: [{ slug: 'ida', name: 'Ida' }],
  topics: [{ slug: 'thema', name: { de: 'Thema' } }],
  news: [{ slug: 'n', title: { de: 'N' }, category: 'k', edition: '1', source: 's' }],
  editions: [
    {
      slug: '1',
      name: '1',
      state: 'held',
      source: 's',
      date: { startsOn: '2024-01-01', source: 's' },
      organisers: [{ organisation: 'amt', role: 'organiser' }],
      attendance: [{ count: 1, qualifier: 'exact', session: 'x', source: 's' }],
      lands: [{ land: '14', source: 's' }],
      announcements: [{ startsOn: '2025-01-01', certainty: 'fixed', edition: '1', source: 's' }],
      tracks: [{ slug: 'reihe', name: 'Reihe' }],
      rooms: [{ slug: 'saal', name: 'Saal' }],
      sessions: [
        {
          slug: 'x',
          title: 'X',
          type: 'talk',
          track: 'reihe',
          room: 'saal',
          topics: ['thema'],
          people: [{ person: 'ida', organisation: 'amt', role: 'speaker' }],
        },
      ],
    },
  ],
}
const find = (archive: object) =>
  checkReferences(archiveSchema.parse(archive)).map(({ file, path, message }) => `${file} ${path.join('.')} ${message}`)

test('an archive in which everything is there', () => expect(find(whole)).toEqual([]))

test('every reference is looked up', () => {
  const { organisations: _o, people: _p, topics: _t, sources: _s, ...rest } = whole
  expect(find(rest)).toEqual([
    'series.yaml contacts.0.person "ida" is not in people',
    'series.yaml contacts.0.organisation "amt" is not in organisations',
    'series.yaml contacts.0.source "s" is not in sources',
    'news.yaml 0.source "s" is not in sources',
    'editions/1.yaml source "s" is not in sources',
    'editions/1.yaml date.source "s" is not in sources',
    'editions/1.yaml organisers.0.organisation "amt" is not in organisations',
    'editions/1.yaml attendance.0.source "s" is not in sources',
    'editions/1.yaml lands.0.source "s" is not in sources',
    'editions/1.yaml announcements.0.source "s" is not in sources',
    'editions/1.yaml sessions.0.topics.0 "thema" is not in topics',
    'editions/1.yaml sessions.0.people.0.person "ida" is not in people',
    'editions/1.yaml sessions.0.people.0.organisation "amt" is not in organisations',
  ])
})

test('tracks, rooms and sessions are those of the same edition', () => {
  const [edition] = whole.editions
  const other = {
    ...edition,
    slug: '2',
    tracks: [],
    rooms: [],
    attendance: [{ count: 1, qualifier: 'exact', session: 'y' }],
  }
  expect(find({ ...whole, editions: [edition, other] })).toEqual([
    'editions/2.yaml attendance.0.session "y" is not in sessions of 2',
    'editions/2.yaml sessions.0.track "reihe" is not in tracks of 2',
    'editions/2.yaml sessions.0.room "saal" is not in rooms of 2',
  ])
})
