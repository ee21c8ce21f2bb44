import { expect, test } from 'vitest'
import { archiveSchema } from '../schema.ts'
import { canonicalise } from './rules.ts'

const parse = (editions: object[], more: object = {}) =>
  canonicalise(archiveSchema.parse({ series: { slug: 't', name: 'T' }, editions, ...more }))

test('the source of an edition stands at whatever names none', () => {
  const sessions = [
    { slug: 'a', title: 'A', type: 'talk', recap: { body: 'Gut.' } },
    { slug: 'b', title: 'B', type: 'talk', source: 'other', recap: { body: 'Gut.', source: 'third' } },
  ]
  const given = {
    slug: '1',
    name: '1',
    state: 'held',
    source: 'own',
    sessions,
    recap: { title: { de: 'R' }, body: 'Text' },
  }
  const [edition] = parse([given]).editions
  expect(edition).not.toHaveProperty('source')
  expect(edition!.recap).toMatchObject({ source: 'own', body: { de: 'Text' } })
  expect(edition!.sessions.map((one) => [one.source, one.recap?.source])).toEqual([
    ['own', 'own'],
    ['other', 'third'],
  ])
})

test.each([
  ['only repeats that of its session', { de: 'A' }, undefined],
  ['is its own', { de: 'B' }, { de: 'B' }],
  ['has an English form', { de: 'A', en: 'A' }, { de: 'A', en: 'A' }],
])('the title of a recap that %s', (_, title, expected) => {
  const sessions = [{ slug: 'a', title: 'A', type: 'talk', recap: { title, body: 'Gut.' } }]
  const [edition] = parse([{ slug: '1', name: '1', state: 'held', sessions }]).editions
  expect(edition!.sessions[0]!.recap?.title).toEqual(expected)
})

test('lists without an order of their own are sorted, the others stay', () => {
  const editions = ['2', '1'].map((slug) => ({
    slug,
    name: slug,
    state: 'held',
    lands: [{ land: '16' }, { land: '12' }],
    attendance: [
      { count: 1_000, qualifier: 'about' },
      { count: 200, qualifier: 'about' },
    ],
    sessions: [
      { slug: 'z', title: 'Z', type: 'talk', topics: ['y', 'x'] },
      { slug: 'a', title: 'A', type: 'talk' },
    ],
  }))
  const canonical = parse(editions, {
    people: [
      { slug: 'b', name: 'B', aliases: ['z', 'a', 'z'] },
      { slug: 'a', name: 'A' },
    ],
  })
  expect(canonical.people.map((one) => [one.slug, one.aliases])).toEqual([
    ['a', []],
    ['b', ['a', 'z']],
  ])
  const [first] = canonical.editions
  expect(canonical.editions.map((one) => one.slug)).toEqual(['1', '2'])
  expect(first!.lands.map((one) => one.land)).toEqual(['12', '16'])
  expect(first!.attendance.map((one) => one.count)).toEqual([200, 1_000])
  expect(first!.sessions.map((one) => [one.slug, one.topics])).toEqual([
    ['z', ['x', 'y']],
    ['a', []],
  ])
})

const oneDay = { startsOn: '2031-11-05', endsOn: '2031-11-05', precision: 'day', certainty: 'fixed' }

test.each<[string, object, object, string | undefined]>([
  ['was held on one day', { date: oneDay }, {}, '2031-11-05'],
  ['names a day itself', { date: oneDay }, { day: '2031-11-04' }, '2031-11-04'],
  ['names a time', { date: oneDay }, { startsAt: '2031-11-04T19:00' }, '2031-11-04'],
  ['goes on after midnight', { date: oneDay }, { day: '2031-11-05', startsAt: '2031-11-06T00:10' }, '2031-11-05'],
  ['is still to come', { date: oneDay, state: 'planned' }, {}, undefined],
  ['lasted two days', { date: { ...oneDay, endsOn: '2031-11-06' } }, {}, undefined],
  ['has no known end', { date: { startsOn: '2031-11-05' } }, {}, undefined],
  ['is known by month only', { date: { ...oneDay, precision: 'month' } }, {}, undefined],
  ['probably was on that day', { date: { ...oneDay, certainty: 'probable' } }, {}, undefined],
  ['has no date', {}, {}, undefined],
])('the day of a session whose edition %s', (_, edition, session, expected) => {
  const sessions = [{ slug: 's', title: 'S', type: 'talk', ...session }]
  expect(parse([{ slug: '1', name: '1', state: 'held', sessions, ...edition }]).editions[0]!.sessions[0]!.day).toBe(
    expected,
  )
})

test('canonical twice is canonical once', () => {
  const once = parse([
    {
      slug: '1',
      name: '1',
      state: 'held',
      date: oneDay,
      source: 'x',
      sessions: [{ slug: 's', title: 'S', type: 'talk' }],
    },
  ])
  expect(canonicalise(once)).toEqual(once)
})
