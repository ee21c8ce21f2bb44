import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { appearanceRoles, sessionTypes } from '../../programme/types.ts'
import { canonicalise } from './canonical/rules.ts'
import { importArchive } from './commands.ts'
import { exportArchive } from './export/queries.ts'
import { type Archive, archiveSchema } from './schema.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

const words = ['Straße', 'E-Akte', '„Zitat“', "it's", '100 %', '\\', 'a"b', '<b>', 'null', '{}', '日本', '—']
const line = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
const prose = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n\n'))
const text = fc.record({ de: prose, en: prose }, { requiredKeys: [] })
const named = fc.record({ de: line, en: line }, { requiredKeys: ['de'] })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const slugs = (prefix: string, least = 0) =>
  fc.integer({ min: least, max: 3 }).map((count) => Array.from({ length: count }, (_, index) => `${prefix}-${index}`))
const each = <T>(list: readonly string[], one: (slug: string) => fc.Arbitrary<T>) => fc.tuple(...list.map(one))
const some = (list: readonly string[]) => (list.length > 0 ? fc.constantFrom(...list) : fc.constant(undefined))
const link = fc.constantFrom('https://example.org/', 'http://example.org/a?b=c')

type Names = Record<'sources' | 'organisations' | 'people' | 'topics' | 'tracks' | 'rooms', readonly string[]>

const recap = (names: Names) =>
  fc.record({
    title: named,
    body: named,
    conclusion: text,
    source: optional(some(names.sources)),
    visibility: fc.constantFrom('draft', 'public'),
  })
const material = fc.record({
  kind: fc.constantFrom('slides', 'recording'),
  title: line,
  url: optional(link),
  licence: optional(line),
  hasConsent: fc.boolean(),
  state: fc.constantFrom('available', 'announced', 'lost'),
})

function appearance(names: Names, person: string | undefined) {
  return fc
    .record({
      person: fc.constant(person),
      organisation: optional(some(names.organisations)),
      organisationName: person ? fc.constant(undefined) : line,
      role: fc.constantFrom(...appearanceRoles),
      mode: fc.constantFrom('on-site', 'remote'),
      state: fc.constantFrom('planned', 'replaced', 'cancelled'),
      function: optional(line),
      note: optional(line),
    })
    .map((one) => (one.organisation ? { ...one, organisationName: undefined } : one))
}

const session = (names: Names) => (slug: string) =>
  fc.record({
    slug: fc.constant(slug),
    type: fc.constantFrom(...sessionTypes),
    state: fc.constantFrom('planned', 'cancelled'),
    title: line,
    titleIsGiven: fc.boolean(),
    subtitle: optional(line),
    abstract: prose,
    description: prose,
    method: optional(line),
    language: fc.constantFrom('de', 'en'),
    track: optional(some(names.tracks)),
    room: optional(some(names.rooms)),
    isPlenary: fc.boolean(),
    day: optional(day),
    startsAt: optional(day.map((date) => `${date}T09:30`)),
    durationMinutes: optional(fc.integer({ min: 1, max: 1_440 })),
    links: fc.array(fc.record({ title: line, url: link }), { maxLength: 2 }),
    topics: fc.subarray([...names.topics]),
    source: optional(some(names.sources)),
    people: fc
      .subarray([...names.people, undefined])
      .chain((chosen) => fc.tuple(...chosen.map((one) => appearance(names, one)))),
    recap: optional(recap(names)),
    materials: fc.array(material, { maxLength: 2 }),
  })

const edition = (shared: Omit<Names, 'tracks' | 'rooms'>) => (slug: string) =>
  fc.tuple(slugs('reihe'), slugs('saal'), slugs('punkt')).chain(([tracks, rooms, sessions]) => {
    const names = { ...shared, tracks, rooms }
    const source = optional(some(names.sources))
    return fc.record({
      slug: fc.constant(slug),
      number: optional(fc.integer({ min: 1, max: 99 })),
      name: line,
      motto: text,
      description: text,
      state: fc.constantFrom('announced', 'planned', 'held', 'cancelled'),
      visibility: fc.constantFrom('draft', 'public'),
      date: optional(
        fc.record({
          startsOn: day,
          precision: fc.constantFrom('day', 'month'),
          certainty: fc.constantFrom('fixed', 'probable'),
          source,
        }),
      ),
      venue: optional(
        fc.record({
          city: line,
          name: optional(line),
          ars: optional(fc.constantFrom('147130000000', '14')),
          directions: text,
        }),
      ),
      organisers: fc
        .subarray([...names.organisations])
        .map((list) => list.map((organisation) => ({ organisation, role: 'organiser' }))),
      attendance: fc.array(
        fc.record({ count: fc.integer({ min: 0, max: 9_999 }), qualifier: fc.constantFrom('exact', 'about'), source }),
        { maxLength: 1 },
      ),
      lands: fc.subarray(['01', '14', '16']).map((list) => list.map((land) => ({ land, isLargest: land === '14' }))),
      tracks: each(tracks, (one) =>
        fc.record({ slug: fc.constant(one), name: line, colour: optional(fc.constant('#00ff7f')) }),
      ),
      rooms: each(rooms, (one) =>
        fc.record({ slug: fc.constant(one), name: line, capacity: optional(fc.nat(500)), description: optional(line) }),
      ),
      sessions: each(sessions, session(names)),
      recap: optional(recap(names)),
      materials: fc.array(material, { maxLength: 2 }),
    })
  })

/** Archives of every shape, of a series that has no address yet. */
const archives = fc
  .tuple(slugs('quelle'), slugs('amt'), slugs('wer'), slugs('thema'), slugs('jahr', 1))
  .chain(([sources, organisations, people, topics, editions]) =>
    fc.record({
      series: fc.record({ name: line, claim: text, newsCategories: fc.constant([{ slug: 'k', name: { de: 'K' } }]) }),
      sources: each(sources, (key) =>
        fc.record({
          key: fc.constant(key),
          title: line,
          publisher: optional(some(organisations)),
          publishedOn: optional(day),
        }),
      ),
      organisations: each(organisations, (slug) =>
        fc.record({
          slug: fc.constant(slug),
          name: fc.constant(`Amt ${slug}`),
          kind: fc.constant('other'),
          description: text,
        }),
      ),
      people: each(people, (slug) =>
        fc.record({
          slug: fc.constant(slug),
          name: fc.constantFrom(`Dr. Ida ${slug}`, `Bo ${slug}`),
          biography: text,
          website: optional(link),
        }),
      ),
      topics: each(topics, (slug) =>
        fc.record({ slug: fc.constant(slug), name: named, description: text, synonyms: fc.subarray(['x', 'Ä']) }),
      ),
      news: fc
        .array(line, { maxLength: 2 })
        .map((titles) =>
          titles.map((de, index) => ({ slug: `n-${index}`, title: { de }, category: 'k', edition: editions[0] })),
        ),
      editions: each(editions, edition({ sources, organisations, people, topics })),
    }),
  )

test('whatever is imported is exported as it was, and importing that changes nothing', async () => {
  let runs = 0
  await fc.assert(
    fc.asyncProperty(archives, async (given) => {
      const series = { ...given.series, slug: `reihe-${++runs}` }
      const archive: Archive = archiveSchema.parse(JSON.parse(JSON.stringify({ ...given, series })))
      await importArchive(ctx, archive)
      const also = {
        organisations: archive.organisations.map((one) => one.slug),
        topics: archive.topics.map((one) => one.slug),
      }
      const exported = await exportArchive(db, archive.series.slug, also)
      expect(exported).toEqual(canonicalise(archive))
      expect(await importArchive(ctx, exported!)).toEqual({ kind: 'unchanged' })
    }),
    { numRuns: 30 },
  )
})
