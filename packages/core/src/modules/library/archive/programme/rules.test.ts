import { expect, test } from 'vitest'
import { archivedEdition } from '../editions/schema.ts'
import { toProgramme } from './rules.ts'
import type { ArchiveNames, StoredProgramme } from './types.ts'

const named = (...slugs: string[]) =>
  new Map(slugs.map((slug) => [slug, { id: `id-${slug}`, slug, name: slug.toUpperCase() }]))
const names: ArchiveNames = {
  people: named('ida', 'bo'),
  organisations: named('amt'),
  topics: new Map([
    ['b', 'top_1'],
    ['a', 'top_2'],
  ]),
  sources: new Map(),
  editions: new Map(),
}

function stored(more: Partial<StoredProgramme> = {}): StoredProgramme {
  let made = 0
  const draft = { timeZone: 'Europe/Berlin', tracks: [], rooms: [], sessions: [] }
  const rooms = [{ id: 'rom_1', slug: 'saal', name: 'Saal', capacity: null, position: 0 }]
  return { draft, removed: new Map(), tracks: [], rooms, newId: (kind) => `${kind}-${++made}`, ...more }
}

const speaker = (person: string, more: object = {}) => ({ person, role: 'speaker', ...more })
const edition = (...sessions: object[]) =>
  archivedEdition.parse({
    slug: '2024',
    name: '2024',
    state: 'held',
    sessions: sessions.map((session, index) => ({ slug: `s${index}`, title: `S${index}`, type: 'talk', ...session })),
  })

test('slugs become what they stand for, in the order of the archive', () => {
  const given = edition(
    { room: 'saal', topics: ['b', 'a'], people: [speaker('ida', { organisation: 'amt', function: 'Leitung' })] },
    {},
  )
  const { sessions, timeZone } = toProgramme(given, stored(), names)
  expect(timeZone).toBe('Europe/Berlin')
  expect(sessions.map(({ id, slug, position }) => [id, slug, position])).toEqual([
    ['session-1', 's0', 0],
    ['session-3', 's1', 1],
  ])
  expect(sessions[0]).toMatchObject({
    roomId: 'rom_1',
    trackId: null,
    topicIds: ['top_1', 'top_2'],
    titleIsGiven: true,
  })
  expect(sessions[0]!.appearances).toEqual([
    {
      id: 'appearance-2',
      personId: 'id-ida',
      personSlug: 'ida',
      name: 'IDA',
      role: 'speaker',
      mode: 'on-site',
      state: 'planned',
      replacesId: null,
      function: 'Leitung',
      organisationId: 'id-amt',
      organisationSlug: 'amt',
      organisationName: 'AMT',
      note: null,
    },
  ])
})

test('who stands in for somebody points to their appearance, in whatever order', () => {
  const people = [speaker('bo', { replaces: 'ida', mode: 'remote' }), speaker('ida', { state: 'replaced' })]
  const [session] = toProgramme(edition({ people }), stored(), names).sessions
  const [bo, ida] = session!.appearances
  expect([bo!.replacesId, ida!.replacesId]).toEqual([ida!.id, null])
})

test('an organisation without a person keeps its name', () => {
  const people = [
    { role: 'host', organisation: 'amt' },
    { role: 'host', organisationName: 'Unbekannt e. V.' },
  ]
  const [session] = toProgramme(edition({ people }), stored(), names).sessions
  expect(session!.appearances.map((one) => [one.personId, one.organisationId, one.organisationName])).toEqual([
    [null, 'id-amt', 'AMT'],
    [null, null, 'Unbekannt e. V.'],
  ])
})

test('what is stored keeps its ids, and what was removed gets its own back', () => {
  const people = [speaker('ida'), speaker('bo'), { role: 'host', organisation: 'amt' }]
  const before = toProgramme(edition({ people }), stored(), names)
  const again = stored({ draft: before, removed: new Map([['s1', 'ses_old']]) })
  const after = toProgramme(edition({ title: 'Neu', people: people.toReversed() }, {}), again, names)
  expect(after.sessions.map((session) => session.id)).toEqual([before.sessions[0]!.id, 'ses_old'])
  const ids = (one: typeof before) => one.sessions[0]!.appearances.map((appearance) => appearance.id)
  expect(ids(after)).toEqual(ids(before).toReversed())
})

test('the same archive gives the same programme', () => {
  const given = edition({ people: [speaker('ida'), speaker('bo', { replaces: 'ida' })] })
  const before = toProgramme(given, stored(), names)
  expect(toProgramme(given, stored({ draft: before }), names)).toEqual({ ...before, rooms: stored().rooms })
})
