import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { newId } from '../../../kernel/ids.ts'
import { diffProgrammes } from '../changes/rules.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession } from '../types.ts'
import { lockEdition, saveDraft } from './commands.ts'
import { readDraft, readRemoved } from './queries.ts'

const { db } = await testDatabase()
const now = Temporal.Instant.from('2031-10-01T08:00:00Z')
const ids = (kind: 'track' | 'room' | 'session' | 'appearance') => Array.from({ length: 4 }, () => newId(kind))
const [tracks, rooms, sessions, appearances] = [ids('track'), ids('room'), ids('session'), ids('appearance')]
const topics = [newId('topic'), newId('topic')].sort()
let persons: string[]
let edition: TestEdition

beforeAll(async () => {
  edition = await addEdition(db, 'entwurf')
  persons = [await addPerson(db, 'ida', 'Ida Öhm'), await addPerson(db, 'bo', 'Bo Berg')]
  await db
    .insertInto('topics')
    .values(topics.map((id, n) => ({ id, slug: `t${n}`, name: { de: 'T' } })))
    .execute()
})

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const text = fc.string({ unit: 'grapheme-ascii', maxLength: 12 })

function appearancesOf(session: number): fc.Arbitrary<ProgrammeAppearance[]> {
  const held = fc.record({
    who: fc.constantFrom(0, 1),
    role: fc.constantFrom('speaker' as const, 'host' as const),
    note: maybe(text),
  })
  return fc.option(held, { nil: undefined }).map((one) => {
    if (!one) return []
    const [slug, name] = one.who === 0 ? ['ida', 'Ida Öhm'] : ['bo', 'Bo Berg']
    const person = { personId: persons[one.who]!, personSlug: slug!, name: name! }
    const organisation = { organisationId: null, organisationSlug: null, organisationName: 'Amt' }
    const rest = { mode: 'remote', state: 'planned', replacesId: null, function: null } as const
    return [{ id: appearances[session]!, ...person, role: one.role, ...rest, ...organisation, note: one.note }]
  })
}

function anySession(index: number, from: Pick<Programme, 'tracks' | 'rooms'>): fc.Arbitrary<ProgrammeSession> {
  const place = (list: readonly { id: string }[]) => fc.constantFrom(null, ...list.map(({ id }) => id))
  return fc.record({
    id: fc.constant(sessions[index]!),
    slug: fc.constant(`s${index}`),
    reference: fc.constant(index === 0 ? null : `r${index}`),
    type: fc.constantFrom('talk', 'panel'),
    state: fc.constantFrom('planned', 'cancelled'),
    title: text,
    titleIsGiven: fc.boolean(),
    subtitle: maybe(text),
    abstract: text,
    description: text,
    method: maybe(text),
    language: fc.constantFrom('de', 'en'),
    trackId: place(from.tracks),
    roomId: place(from.rooms),
    isPlenary: fc.boolean(),
    day: fc.constantFrom(null, '2031-11-05'),
    startsAt: fc.constantFrom(null, '2031-11-05T09:00', '2031-11-06T00:30'),
    durationMinutes: maybe(fc.integer({ min: 1, max: 600 })),
    position: fc.nat(9),
    links: fc.array(fc.record({ title: text, url: fc.webUrl() }), { maxLength: 2 }),
    topicIds: fc.subarray(topics),
    appearances: appearancesOf(index),
  }) as fc.Arbitrary<ProgrammeSession>
}

const anyProgramme = fc
  .record({
    tracks: fc
      .subarray(tracks)
      .map((chosen) => chosen.map((id) => ({ id, slug: id, name: id, colour: null, position: tracks.indexOf(id) }))),
    rooms: fc
      .subarray(rooms)
      .map((chosen) => chosen.map((id) => ({ id, slug: id, name: id, capacity: 5, position: rooms.indexOf(id) }))),
  })
  .chain((places) =>
    fc
      .subarray([0, 1, 2, 3])
      .chain((chosen) => fc.tuple(...chosen.map((index) => anySession(index, places))))
      .map(
        (list): Programme => ({
          timeZone: 'Europe/Berlin',
          ...places,
          sessions: list.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        }),
      ),
  )

async function save(after: Programme): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockEdition(tx, edition.id)
    const changes = diffProgrammes(await readDraft(tx, edition.id), after)
    await saveDraft(tx, edition.id, after, changes, { sourceOf: () => 'datei', now })
  })
}

test('whatever is saved over whatever was there is read back, and no session is ever lost', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(anyProgramme, async (programme) => {
      await save(programme)
      expect(await readDraft(db, edition.id)).toEqual(programme)
      for (const session of programme.sessions) seen.add(session.id)
      const gone = (await readRemoved(db, edition.id)).map((session) => session.id)
      expect(new Set([...gone, ...programme.sessions.map((session) => session.id)])).toEqual(seen)
    }),
    { numRuns: 25 },
  )
})

test('reading takes as many queries for many sessions as for one', async () => {
  const [small, large] = [await addEdition(db, 'klein'), await addEdition(db, 'gross')]
  await addSessions(db, small, [{ title: 'Eins', personIds: [persons[0]!] }])
  await addSessions(
    db,
    large,
    [1, 2, 3].map((n) => ({ title: `Nr ${n}`, personIds: persons })),
  )
  const queries = [small, large].map(({ id }) => countQueries(db, (over) => readDraft(over, id)))
  expect(await Promise.all(queries)).toEqual([6, 6])
})

test('an unknown edition says so', async () => {
  await expect(readDraft(db, 'edi_none')).rejects.toThrow('edition.not_found')
  await expect(db.transaction().execute((tx) => lockEdition(tx, 'edi_none'))).rejects.toThrow('edition.not_found')
})
