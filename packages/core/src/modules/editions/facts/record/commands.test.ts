import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addWorkplaces, hear, whoMay } from '../../../../../test/workplaces.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { saveOrganisations } from '../../../people/organisations/commands.ts'
import { organisationInput } from '../../../people/organisations/schema.ts'
import { type EditionFactsInput, editionFactsInput } from '../../schema.ts'
import { addSource } from '../../sources/record/commands.ts'
import { findManagedFacts } from '../queries.ts'
import { changeEditionFacts } from './commands.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, sister, foreign } = places
const system = createContext(db, systemActor)
const organisations = await saveOrganisations(system, [
  organisationInput.parse({ slug: 'lecos', name: 'Lecos GmbH', kind: 'it-provider' }),
  organisationInput.parse({ slug: 'kisa', name: 'KISA', kind: 'it-provider' }),
])
const [lecos, kisa] = [organisations.get('lecos')!, organisations.get('kisa')!]
const source = await addSource(system, own, { title: 'Bericht' })
const theirs = await addSource(system, foreign, { title: 'Fremder Bericht' })

const facts = (given: object = {}): EditionFactsInput => editionFactsInput.parse(given)
const everything = facts({
  dateSourceId: source,
  organisers: [
    { organisationId: kisa, role: 'organiser', note: { de: 'Gastgeber' } },
    { organisationId: lecos, role: 'organiser' },
    { organisationId: lecos, role: 'sponsor' },
  ],
  lands: [
    { land: '12', sourceId: source },
    { land: '14', isLargest: true },
  ],
  attendance: [
    { count: 130, qualifier: 'about', sourceId: source },
    { count: 40, qualifier: 'more-than', sessionKey: 'e-akte' },
  ],
  announcements: [
    { startsOn: '2032-11-03', certainty: 'fixed', editionId: sister.editionId, sourceId: source },
    { startsOn: '2033-11-01', certainty: 'probable' },
  ],
})
const read = async (scope = own) => (await findManagedFacts(db, scope))!
const save = (given: EditionFactsInput, revision?: number) => changeEditionFacts(system, own, given, revision)

describe('the facts of an edition', () => {
  test('are read as they were written, with the names of the organisations, and everybody hears of them', async () => {
    const { revision } = await read()
    expect(await hear(db, systemActor, (ctx) => changeEditionFacts(ctx, own, everything, revision))).toEqual({
      answer: { kind: 'saved' },
      touched: 1,
      jobs: [['library.index-edition', { editionId: own.editionId }]],
    })
    const stored = await read()
    expect(stored.facts).toEqual(everything)
    expect(stored.names).toEqual({ [lecos]: 'Lecos GmbH', [kisa]: 'KISA' })
    expect(stored.revision).toBeGreaterThan(revision)
  })

  test.each([
    ['organisers', facts({ ...everything, organisers: everything.organisers.slice(1) })],
    ['everything', facts()],
  ])('that are left out are forgotten: %s', async (_, given) => {
    await save(everything)
    await save(given)
    expect((await read()).facts).toEqual(given)
  })

  test('that somebody else has saved meanwhile are not overwritten', async () => {
    const { revision } = await read()
    await save(facts({ lands: [{ land: '12' }] }), revision)
    const late = await hear(db, systemActor, (ctx) => changeEditionFacts(ctx, own, everything, revision))
    expect(late).toEqual({ answer: { kind: 'conflict' }, touched: 0, jobs: [] })
    expect((await read()).facts).toEqual(facts({ lands: [{ land: '12' }] }))
  })

  test('of the edition of the year before stay as they are', async () => {
    await changeEditionFacts(system, sister, facts({ lands: [{ land: '16' }] }))
    await save(everything)
    expect((await read(sister)).facts).toEqual(facts({ lands: [{ land: '16' }] }))
  })
})

test.each([
  [
    'an organiser in one role',
    {
      organisers: [
        { organisationId: lecos, role: 'sponsor' },
        { organisationId: kisa, role: 'sponsor' },
        { organisationId: lecos, role: 'sponsor' },
      ],
    },
    { kind: 'twice', list: 'organisers', row: 2 },
  ],
  ['a Land', { lands: [{ land: '14' }, { land: '14', isLargest: true }] }, { kind: 'twice', list: 'lands', row: 1 }],
])('%s stands there once; the row that repeats it is named', async (_, given, answer) => {
  await save(everything)
  expect(await save(facts(given))).toEqual(answer)
  expect((await read()).facts).toEqual(everything)
})

describe('what belongs to another series, or is not there', () => {
  test.each([
    ['an organisation', { organisers: [{ organisationId: 'org_none', role: 'organiser' }] }, 'organisation.not_found'],
    ['the source of the date', { dateSourceId: theirs }, 'source.not_found'],
    ['a source of a figure', { attendance: [{ count: 1, qualifier: 'exact', sourceId: theirs }] }, 'source.not_found'],
    ['a source of a Land', { lands: [{ land: '14', sourceId: theirs }] }, 'source.not_found'],
    [
      'an edition',
      { announcements: [{ startsOn: '2031-01-01', certainty: 'fixed', editionId: foreign.editionId }] },
      'edition.not_found',
    ],
    [
      'a source of an announcement',
      { announcements: [{ startsOn: '2031-01-01', certainty: 'fixed', sourceId: theirs }] },
      'source.not_found',
    ],
  ])('is not named: %s', async (_, given, code) => {
    await save(everything)
    await expect(save(facts(given))).rejects.toThrow(code)
    expect((await read()).facts).toEqual(everything)
  })

  test('cannot be reached by an edition that is not where its scope says', async () => {
    const misplaced = { ...own, seriesId: foreign.seriesId }
    await expect(changeEditionFacts(system, misplaced, facts())).rejects.toThrow('edition.not_found')
  })
})

test('facts are the business of who organises the series', async () => {
  expect(await whoMay(db, places, (ctx) => changeEditionFacts(ctx, own, facts(), -1))).toEqual([
    'system',
    'operator',
    'series-organiser',
  ])
})

test('reading costs as much for three organisers and figures as for none', async () => {
  const cost = () => countQueries(db, (counted) => findManagedFacts(counted, own))
  await save(facts())
  const none = await cost()
  await save(everything)
  expect([await cost(), none]).toEqual([5, 5])
})
