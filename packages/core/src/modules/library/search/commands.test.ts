import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { readPublicationStamp } from '../../../platform/database/publication.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { reindexAll, reindexEdition, reindexSite } from './commands.ts'
import { search } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const write = (work: typeof reindexAll) => db.transaction().execute(work)
const find = async (query: string) => {
  const { hits } = await search(db, { query, locale: 'de', limit: 20, offset: 0 })
  return hits.map((hit) => `${hit.kind} ${hit.title.text}`)
}

async function publish(edition: TestEdition): Promise<void> {
  await publishRelease(ctx, { editionId: edition.id })
  await write((tx) => reindexEdition(tx, edition.id))
}

const edition = await addEdition(db, '2031')
const speaker = await addPerson(db, 'wiebke-lindenau', 'Wiebke Lindenau')
await addSessions(db, edition, [
  {
    title: 'Digitalisierungskonzept im Kreis',
    abstract: 'Vom **Papier** zur [Akte](https://example.org/geheimpfad).',
    personIds: [speaker],
  },
  { title: 'Mittagspause', type: 'break' },
])

test('nothing of a draft is found, and everything of a release', async () => {
  await write((tx) => reindexEdition(tx, edition.id))
  expect(await find('Konzept')).toEqual([])
  await publish(edition)
  expect(await find('Konzept')).toEqual(['session Digitalisierungskonzept im Kreis', 'person Wiebke Lindenau'])
  expect(await find('Lindenau')).toEqual(['person Wiebke Lindenau', 'session Digitalisierungskonzept im Kreis'])
  expect(await find('Mittagspause')).toEqual([])
})

test('Markdown is read, not found: no marks, no addresses', async () => {
  const { hits } = await search(db, { query: 'Papier', locale: 'de', limit: 1, offset: 0 })
  expect(hits[0]?.snippet.text).toBe('Vom Papier zur Akte.')
  expect(await find('geheimpfad')).toEqual([])
})

describe('an edition that is indexed again', () => {
  test('twice is found once', async () => {
    await write((tx) => reindexEdition(tx, edition.id))
    expect(await find('Konzept')).toHaveLength(2)
  })

  test('forgets what its newest release no longer says, with its words', async () => {
    const other = await addEditionOf(db, edition.seriesId, '2032', '2032-11-03')
    await addSessions(db, other, [{ title: 'Glasfaserbau in Musterstadt' }])
    await publish(other)
    expect(await find('Glasfaserbau')).toEqual(['session Glasfaserbau in Musterstadt'])
    await db.updateTable('sessions').set({ state: 'removed' }).where('edition_id', '=', other.id).execute()
    await publish(other)
    expect(await find('Glasfaserbau')).toEqual([])
    const words = await db.selectFrom('search_words').select('word').where('word', '=', 'glasfaserbau').execute()
    expect(words).toEqual([])
    expect(await find('Konzept')).toHaveLength(2)
  })

  test('that is taken back is found no more, nor are its people', async () => {
    await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', edition.id).execute()
    await write((tx) => reindexEdition(tx, edition.id))
    expect(await find('Konzept')).toEqual([])
    expect(await find('Lindenau')).toEqual([])
    await db.updateTable('editions').set({ visibility: 'public' }).where('id', '=', edition.id).execute()
    await write((tx) => reindexEdition(tx, edition.id))
    expect(await find('Lindenau')).toHaveLength(2)
  })
})

describe('news, pages, recaps and materials', () => {
  const news = (slug: string, visibility: 'draft' | 'public') => ({
    id: newId('news'), series_id: edition.seriesId, slug, title: { de: `Neues ${slug}`, en: `News ${slug}` }, visibility,
  }) // biome-ignore format: one row
  const recap = { edition_id: edition.id, title: { de: 'Rückschau' }, body: { de: 'Viel Andrang am Stehimbiss' } }

  test('are found only when they are public', async () => {
    await db
      .insertInto('news')
      .values([news('offen', 'public'), news('verborgen', 'draft')])
      .execute()
    await db
      .insertInto('pages')
      .values({ id: newId('page'), slug: 'impressum', title: { de: 'Impressum' } })
      .execute()
    await db
      .insertInto('recaps')
      .values([{ ...recap, id: newId('recap'), visibility: 'draft' }])
      .execute()
    await write((tx) => reindexEdition(tx, edition.id))
    expect(await find('Neues offen')).toEqual(['news Neues offen'])
    expect(await find('verborgen')).toEqual([])
    expect(await find('Impressum')).toEqual(['page Impressum'])
    expect(await find('Stehimbiss')).toEqual([])
    await db.updateTable('recaps').set({ visibility: 'public' }).execute()
    await write((tx) => reindexEdition(tx, edition.id))
    expect(await find('Stehimbiss')).toEqual(['recap Rückschau'])
  })

  test('materials only with consent and while they can be had', async () => {
    const material = { edition_id: edition.id, kind: 'slides' as const }
    await db
      .insertInto('materials')
      .values([
        { ...material, id: newId('material'), title: 'Foliensatz Eins', has_consent: true },
        { ...material, id: newId('material'), title: 'Foliensatz Zwei', has_consent: false },
        { ...material, id: newId('material'), title: 'Foliensatz Drei', has_consent: true, state: 'lost' },
      ])
      .execute()
    await write((tx) => reindexEdition(tx, edition.id))
    expect(await find('Foliensatz')).toEqual(['material Foliensatz Eins'])
  })

  test('the site alone is brought up to date without its editions', async () => {
    await db
      .updateTable('news')
      .set({ title: { de: 'Ganz anders' } })
      .where('slug', '=', 'offen')
      .execute()
    await write(reindexSite)
    expect(await find('Ganz anders')).toEqual(['news Ganz anders'])
    expect(await find('Konzept')).toHaveLength(2)
  })
})

test('building everything anew gives the same answers', async () => {
  const before = [await find('Konzept'), await find('Impressum'), await find('Wiebke'), await find('Foliensatz')]
  await write(reindexAll)
  expect([await find('Konzept'), await find('Impressum'), await find('Wiebke'), await find('Foliensatz')]).toEqual(
    before,
  )
})

test('two at once run one after the other, and pages are told', async () => {
  const stamp = await readPublicationStamp(db)
  await Promise.all([write((tx) => reindexEdition(tx, edition.id)), write((tx) => reindexEdition(tx, edition.id))])
  expect(await find('Konzept')).toHaveLength(2)
  expect(await readPublicationStamp(db)).toBe(stamp + 2)
  const doubled = await sql`select ref_id from search_documents group by kind, ref_id having count(*) > 1`.execute(db)
  expect(doubled.rows).toEqual([])
})

test('a rollback leaves the index as it was', async () => {
  const failing = db.transaction().execute(async (tx) => {
    await reindexAll(tx)
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await find('Konzept')).toHaveLength(2)
})
