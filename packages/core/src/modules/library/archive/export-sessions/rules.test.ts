import { expect, test } from 'vitest'
import type { ProgrammeAppearance, ProgrammeSession } from '../../../programme/types.ts'
import { archivedEdition } from '../editions/schema.ts'
import { toProgramme } from '../programme/rules.ts'
import { toArchivedSession } from './rules.ts'

const session = {
  slug: 'a',
  title: 'A',
  type: 'talk',
  topics: ['thema'],
  people: [
    { person: 'ida', role: 'speaker', state: 'replaced' },
    { person: 'bo', role: 'speaker', replaces: 'ida', organisation: 'amt' },
    { organisationName: 'Frei', role: 'host', note: 'im Auftrag' },
  ],
}
const edition = archivedEdition.parse({ slug: '1', name: '1', state: 'held', sessions: [session] })
const named = (slug: string) => [slug, { id: slug.toUpperCase(), slug, name: slug }] as const
let made = 0
const programme = toProgramme(
  edition,
  {
    draft: { timeZone: 'Europe/Berlin', tracks: [], rooms: [], sessions: [] },
    removed: new Map(),
    tracks: [],
    rooms: [],
    newId: () => `id-${++made}`,
  },
  {
    people: new Map([named('ida'), named('bo')]),
    organisations: new Map([named('amt')]),
    topics: new Map([['thema', 'THEMA']]),
    sources: new Map(),
    editions: new Map(),
  },
)
const names = {
  tracks: [],
  rooms: [],
  topics: new Map([['THEMA', 'thema']]),
  people: new Map([
    ['IDA', 'ida'],
    ['BO', 'bo'],
  ]),
  sources: new Map<string, string>(),
}

test('a session goes back to the words it came from', () => {
  const archived = toArchivedSession(programme.sessions[0] as ProgrammeSession, names)
  expect(archivedEdition.shape.sessions.unwrap().element.parse(archived)).toEqual(edition.sessions[0])
})

test('what is unknown is left out', () => {
  const archived = toArchivedSession({ ...programme.sessions[0]!, subtitle: null, day: null }, names)
  expect(Object.keys(archived)).not.toEqual(expect.arrayContaining(['subtitle']))
  expect(Object.values(archived)).not.toContain(null)
})

test('an organisation with a page is named by it, any other by its name', () => {
  const people = toArchivedSession(programme.sessions[0]!, names).people as readonly Partial<
    ProgrammeAppearance & { organisation: string }
  >[]
  expect(people.map((one) => [one.organisation, one.organisationName])).toEqual([
    [undefined, undefined],
    ['amt', undefined],
    [undefined, 'Frei'],
  ])
})
