import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { newId } from '../../../../kernel/ids.ts'
import { publishRelease } from '../../../programme/release/commands.ts'
import { reindexAll, reindexEdition, reindexSite } from '../commands.ts'
import { search } from '../queries.ts'
import { recallCatalogue, renewCatalogue } from './queries.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, '2031')
await addSessions(db, edition, [
  { title: 'Das Digitalisierungskonzept', abstract: 'Ein Konzept.' },
  { title: 'Konzept und Konzept', type: 'workshop' },
])
await publishRelease(createContext(db, systemActor), { editionId: edition.id })
const reindex = () => db.transaction().execute(reindexAll)
await reindex()

const ask = (query: string, from = db) => search(from, { query, locale: 'de', limit: 20, offset: 0 })
const version = async () => (await db.selectFrom('search_version').select('version').executeTakeFirstOrThrow()).version
const renew = async () => renewCatalogue(db, await recallCatalogue(db))

describe('what a process remembers', () => {
  test('is the state of the index', async () => {
    const catalogue = await renew()
    expect(catalogue.version).toBe(await version())
    const { ids } = await db
      .selectFrom('search_documents')
      .select(sql<number[]>`array_agg(id)`.as('ids'))
      .executeTakeFirstOrThrow()
    expect([...catalogue.facts.keys()].sort()).toEqual(ids.sort())
    expect([...catalogue.facts.values()].filter(({ kind }) => kind === 'session')).toContainEqual(
      { kind: 'session', years: [2031], latestYear: 2031, topics: [], lands: expect.any(Array) }, // biome-ignore format: short
    )
    expect(catalogue.parts).toContain('konzept')
    const concepts = catalogue.concepts.get('eakt') ?? []
    expect(concepts).not.toEqual([])
    expect(catalogue.wordings.get(concepts[0]!)).toContain('eakt')
  })

  test('is read once for all who find it outdated at the same time', async () => {
    const outdated = await recallCatalogue(db)
    const reads = await countQueries(db, (counted) =>
      Promise.all(Array.from({ length: 5 }, () => renewCatalogue(counted, outdated))),
    )
    expect(reads).toBe(1)
    expect(await recallCatalogue(db)).not.toBe(outdated)
  })

  test('is not what could not be read', async () => {
    await sql`alter table search_version rename to elsewhere`.execute(db)
    await expect(renew()).rejects.toThrow('search_version')
    await sql`alter table elsewhere rename to search_version`.execute(db)
    expect((await ask('Konzept')).total).toBe(2)
  })
})

describe('the version of the index changes with', () => {
  const document = { segment: 'x', kind: 'page' as const, ref_id: newId('page') }
  test.each([
    ['an edition', () => db.transaction().execute((tx) => reindexEdition(tx, edition.id))],
    ['the site', () => db.transaction().execute(reindexSite)],
    ['a document that comes', () => db.insertInto('search_documents').values(document).execute()],
    ['a document that goes', () => db.deleteFrom('search_documents').where('segment', '=', 'x').execute()],
    ['a word', () => db.updateTable('search_words').set({ is_part: true }).where('word', '=', 'ein').execute()],
    ['a notion', () => db.deleteFrom('search_concepts').where('concept', '=', 'thesaurus-0').execute()],
  ])('%s', async (_, change) => {
    const before = await version()
    await change()
    expect(await version()).not.toBe(before)
  })

  test('nothing that is rolled back', async () => {
    const before = await version()
    const failing = db.transaction().execute(async (tx) => {
      await reindexAll(tx)
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await version()).toBe(before)
  })
})

describe('a search', () => {
  test('reads nothing anew while the index stays, and once when it has changed', async () => {
    await ask('Konzept')
    const count = () => countQueries(db, (counted) => ask('Konzept', counted))
    expect(await count()).toBe(2)
    await reindex()
    expect(await count()).toBeGreaterThan(2)
    expect(await count()).toBe(2)
  })

  test('while the index is written anew sees one state of it, the old or the new', async () => {
    const answers: Awaited<ReturnType<typeof search>>[] = []
    let isWriting = true
    const asking = async () => {
      while (isWriting) answers.push(await ask('Konzept'))
    }
    const askers = Promise.all([asking(), asking(), asking()])
    for (let i = 0; i < 8; i++) await reindex()
    isWriting = false
    await askers
    expect(answers.length).toBeGreaterThan(8)
    expect(new Set(answers.map(({ total, hits }) => `${total} ${hits.length}`))).toEqual(new Set(['2 2']))
  })
})
