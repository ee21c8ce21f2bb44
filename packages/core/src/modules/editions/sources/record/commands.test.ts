import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addPerson, addSessions } from '../../../../../test/programme.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { addWorkplaces, hear, whoMay } from '../../../../../test/workplaces.ts'
import { createContext } from '../../../../app/context.ts'
import { systemActor } from '../../../../kernel/actor.ts'
import { newId } from '../../../../kernel/ids.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { findManagedSource, listManagedSources, mapSources, requireSources } from '../queries.ts'
import { sourceForm } from '../schema.ts'
import { addSource, changeSource, removeSource } from './commands.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, sister, foreign } = places
const system = createContext(db, systemActor)
await db.insertInto('organisations').values({ id: 'org_1', slug: 'kisa', name: 'KISA', kind: 'it-provider' }).execute()

const form = (title: string, more: object = {}) => sourceForm.parse({ title, ...more })
const add = (title: string, more: object = {}) => addSource(system, own, form(title, more))
const find = (id: string) => findManagedSource(db, own, id)
const full = { publisherId: 'org_1', url: 'https://kisa.example/bericht', publishedOn: '2031-12-01' }

describe('a source', () => {
  test('is added with a key from its title, and the caches hear of it', async () => {
    const { answer, touched } = await hear(db, systemActor, (ctx) => addSource(ctx, own, form('Bericht 2031', full)))
    expect(touched).toBe(1)
    expect(await find(answer)).toEqual({
      id: answer,
      revision: 1,
      key: 'bericht-2031',
      title: 'Bericht 2031',
      publisher: 'KISA',
      uses: 0,
      ...full,
    })
  })

  test.each([
    ['Bericht 2031', 'bericht-2031-2'],
    ['…', 'quelle'],
  ])('called %s gets the key %s', async (title, key) => {
    expect(await find(await add(title))).toMatchObject({ key, publisher: null, url: null, publishedOn: null })
  })

  test('takes new values and forgets the old ones, but keeps its key', async () => {
    const id = await add('Meldung', full)
    const told = await hear(db, systemActor, (ctx) => changeSource(ctx, own, id, form('Andere Meldung'), 1))
    expect([told.answer, told.touched]).toEqual([{ kind: 'saved' }, 1])
    expect(await find(id)).toMatchObject({ key: 'meldung', title: 'Andere Meldung', publisherId: null, revision: 2 })
  })

  test('that somebody else has saved meanwhile stays as it is', async () => {
    const id = await add('Streit')
    await changeSource(system, own, id, form('Von ihr'), 1)
    const late = await hear(db, systemActor, (ctx) => changeSource(ctx, own, id, form('Von ihm'), 1))
    expect([late.answer, late.touched]).toEqual([{ kind: 'conflict' }, 0])
    expect(await removeSource(system, own, id, 1)).toEqual({ kind: 'conflict' })
    expect(await find(id)).toMatchObject({ title: 'Von ihr' })
  })

  test('of another series is not there', async () => {
    const id = await add('Eigene')
    expect(await findManagedSource(db, foreign, id)).toBeNull()
    await expect(changeSource(system, foreign, id, form('Fremd'))).rejects.toThrow('source.not_found')
    await expect(removeSource(system, foreign, id)).rejects.toThrow('source.not_found')
    await expect(requireSources(db, foreign, [undefined, id])).rejects.toThrow('source.not_found')
    await expect(requireSources(db, own, [undefined, id, id])).resolves.toBeUndefined()
    expect((await mapSources(db, foreign.seriesId)).size).toBe(0)
  })

  test('is not published by an organisation that is not there', async () => {
    const id = await add('Verlag')
    const given = form('Verlag', { publisherId: 'org_none' })
    await expect(addSource(system, own, given)).rejects.toThrow('organisation.not_found')
    await expect(changeSource(system, own, id, given)).rejects.toThrow('organisation.not_found')
    expect(await find(id)).toMatchObject({ revision: 1, publisherId: null })
  })

  test('is deleted when nothing names it', async () => {
    const id = await add('Irrtum')
    expect(await removeSource(system, own, id, 1)).toEqual({ kind: 'removed' })
    expect(await find(id)).toBeNull()
  })

  test('is the business of who organises the series', async () => {
    const may = ['system', 'operator', 'series-organiser']
    expect(await whoMay(db, places, (ctx) => changeSource(ctx, own, 'none', form('X')))).toEqual(may)
    expect(await whoMay(db, places, (ctx) => removeSource(ctx, own, 'none'))).toEqual(may)
    expect(await whoMay(db, places, (ctx) => addSource(ctx, own, form('Von allen')))).toEqual(may)
  })
})

describe('two sources of one title that are added at once', () => {
  const addTwo = async (through: Db, title: string) => {
    const ctx = createContext(through, systemActor)
    const outcomes = await Promise.allSettled([1, 2].map(() => addSource(ctx, own, form(title))))
    return outcomes.map(({ status }) => status).toSorted()
  }

  test('get two keys; without the lock one of them would be lost', async () => {
    expect(await addTwo(db, 'Zugleich')).toEqual(['fulfilled', 'fulfilled'])
    expect(await addTwo(withoutLocks(db, 2), 'Ohne Schloss')).toEqual(['fulfilled', 'rejected'])
  })
})

/** One way for each column of the database that names a source. */
const namedBy: Record<string, (source_id: string) => Promise<unknown>> = {
  'editions.date_source_id': (date_source_id) =>
    db.updateTable('editions').set({ date_source_id }).where('id', '=', own.editionId).execute(),
  'edition_lands.source_id': (source_id) =>
    db.insertInto('edition_lands').values({ edition_id: own.editionId, land: '14', source_id }).execute(),
  'announcements.source_id': (source_id) =>
    db
      .insertInto('announcements')
      .values({ id: 'ann_1', edition_id: own.editionId, starts_on: '2032-01-01', certainty: 'fixed', source_id })
      .execute(),
  'attendance_figures.source_id': (source_id) =>
    db
      .insertInto('attendance_figures')
      .values({ id: 'att_1', edition_id: own.editionId, count: 1, qualifier: 'exact', source_id })
      .execute(),
  'contacts.source_id': async (source_id) =>
    db
      .insertInto('contacts')
      .values({ id: 'con_1', series_id: own.seriesId, person_id: await addPerson(db, 'ida', 'Ida Öhm'), source_id })
      .execute(),
  'news.source_id': (source_id) =>
    db
      .insertInto('news')
      .values({ id: newId('news'), series_id: own.seriesId, slug: 'a', title: { de: 'A' }, source_id })
      .execute(),
  'sessions.source_id': async (source_id) => {
    const edition = { id: sister.editionId, seriesId: sister.seriesId, slug: '2032' }
    const [id] = await addSessions(db, edition, [{ title: 'Mit Quelle' }])
    await db.updateTable('sessions').set({ source_id }).where('id', '=', id!).execute()
  },
  'recaps.source_id': (source_id) =>
    db
      .insertInto('recaps')
      .values({ id: newId('recap'), edition_id: own.editionId, title: { de: 'A' }, body: { de: 'A' }, source_id })
      .execute(),
}

describe('a source that is named', () => {
  test.each(Object.entries(namedBy))('by %s stays, and its list says so', async (column, name) => {
    const id = await add(`Genannt in ${column}`)
    await name(id)
    expect(await removeSource(system, own, id)).toEqual({ kind: 'in-use' })
    expect(await find(id)).toMatchObject({ uses: 1 })
  })

  test('may be so by no other column than these', async () => {
    const { rows } = await sql<{ column: string }>`select conrelid::regclass || '.' || attname as column
      from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'sources'::regclass`.execute(db)
    expect(rows.map(({ column }) => column).sort()).toEqual(Object.keys(namedBy).sort())
  })
})

test('the list stands in the order of the titles and costs one query', async () => {
  const titles = (await listManagedSources(db, own)).map(({ title }) => title)
  expect(titles.indexOf('Andere Meldung')).toBeLessThan(titles.indexOf('Bericht 2031'))
  expect(await countQueries(db, (counted) => listManagedSources(counted, own))).toBe(1)
})
