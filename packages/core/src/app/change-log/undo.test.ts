import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { withRole } from '../../../test/actors.ts'
import { testDatabase } from '../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom, type TestEdition } from '../../../test/programme.ts'
import { systemActor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { forgetInChanges } from '../../modules/messages/changes/forgetting/commands.ts'
import { findChange } from '../../modules/messages/changes/queries.ts'
import { mergePersons } from '../../modules/people/persons/merging/commands.ts'
import { findPublicPerson } from '../../modules/programme/appearances/queries.ts'
import { findPersonScope } from '../../modules/programme/involvement/queries.ts'
import { publishRelease } from '../../modules/programme/release/commands.ts'
import type { Db } from '../../platform/database/tables.ts'
import { createContext } from '../context.ts'
import { undo } from './undo.ts'

const { db } = await testDatabase()
const asked: string[] = []
const ctx = createContext(db, systemActor, undefined, async (_tx, job) => {
  asked.push(job.name)
})
let edition: TestEdition

beforeAll(async () => {
  edition = await addEdition(db, 'zurueck')
  await db.insertInto('accounts').values({ id: 'acc_1' }).execute()
})

async function lastChange(): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from changes order by number desc limit 1`.execute(db)
  return rows[0]!.id
}

const addRoom = async (slug: string) => (await addTrackAndRoom(db, edition, slug)).roomId
const rename = (on: Db, id: string, name: string) =>
  on.updateTable('rooms').set({ name }).where('id', '=', id).execute()
const nameOf = async (id: string) =>
  (await db.selectFrom('rooms').select('name').where('id', '=', id).executeTakeFirst())?.name

/** A room whose name was just changed, and that change. */
async function renamedRoom(slug: string) {
  const id = await addRoom(slug)
  await rename(db, id, 'Neu')
  return { id, change: await lastChange() }
}

describe('the last change of something', () => {
  test('is taken back, and taking that back does it again', async () => {
    const { id, change } = await renamedRoom('hin')
    expect(await undo(ctx, { change })).toEqual({ kind: 'undone' })
    expect(await nameOf(id)).toBe('hin')
    const undoing = await lastChange()
    expect(await findChange(db, undoing)).toMatchObject({ actor: 'system', undoesId: change })
    expect(await findChange(db, change)).toMatchObject({ undoneById: undoing })
    expect(await undo(ctx, { change: undoing })).toEqual({ kind: 'undone' })
    expect(await nameOf(id)).toBe('Neu')
    expect(await findChange(db, change)).toMatchObject({ undoneById: null })
  })

  test('brings back what was removed, with all that went along', async () => {
    const [person, room] = [await addPerson(db, 'ida', 'Ida Öhm'), await addRoom('weg')]
    const [session] = await addSessions(db, edition, [{ title: 'Alpha', roomId: room, personIds: [person] }])
    await db.deleteFrom('sessions').where('id', '=', session!).execute()
    expect(await undo(ctx, { change: await lastChange() })).toEqual({ kind: 'undone' })
    await db.deleteFrom('rooms').where('id', '=', room).execute()
    expect(await undo(ctx, { change: await lastChange() })).toEqual({ kind: 'undone' })
    const held = await db.selectFrom('appearances').select('person_id').where('session_id', '=', session!).execute()
    expect(held).toEqual([{ person_id: person }])
    const there = await db.selectFrom('sessions').select('room_id').where('id', '=', session!).execute()
    expect(there).toEqual([{ room_id: room }])
  })

  test('asks for everything that follows from it', async () => {
    const { change } = await renamedRoom('folgen')
    const before = await sql<{ n: number }>`select count(*) as n from publications`.execute(db)
    asked.length = 0
    await undo(ctx, { change })
    const after = await sql<{ n: number }>`select count(*) as n from publications`.execute(db)
    expect([after.rows[0]!.n - before.rows[0]!.n, asked]).toEqual([1, ['library.index-edition']])
  })

  test('may be a merging of two people: both are there again, also for the public', async () => {
    const [one, twin] = [await addPerson(db, 'eva', 'Eva Eins'), await addPerson(db, 'eva-2', 'Eva Eins')]
    const fair = await addEdition(db, 'zwillinge')
    await addSessions(db, fair, [{ title: 'Zwei', personIds: [twin] }])
    await publishRelease(ctx, { editionId: fair.id })
    const scopes = [await findPersonScope(db, twin), await findPersonScope(db, one)] as const
    await mergePersons(ctx, scopes[0]!, scopes[1]!)
    expect(await undo(ctx, { change: await lastChange() })).toEqual({ kind: 'undone' })
    expect(await findPublicPerson(db, 'eva-2')).toMatchObject({ name: 'Eva Eins' })
  })
})

describe('is not taken back', () => {
  test('what somebody has changed since', async () => {
    const { id, change } = await renamedRoom('ueberholt')
    await ctx.transaction((tx) => rename(tx, id, 'Neuer'))
    const by = { id: await lastChange(), actor: 'system' }
    expect(await undo(ctx, { change })).toMatchObject({ kind: 'overtaken', by })
    expect(await nameOf(id)).toBe('Neuer')
  })

  test('what something else hangs on by now', async () => {
    const room = await addRoom('belegt')
    const added = await lastChange()
    await addSessions(db, edition, [{ title: 'Beta', roomId: room }])
    expect(await undo(ctx, { change: added })).toEqual({ kind: 'blocked' })
    expect(await nameOf(room)).toBe('belegt')
  })

  test('a session that stands in a published programme', async () => {
    const fair = await addEdition(db, 'oeffentlich')
    await addSessions(db, fair, [{ title: 'Gamma' }])
    const added = await lastChange()
    await publishRelease(ctx, { editionId: fair.id })
    expect(await undo(ctx, { change: added })).toEqual({ kind: 'blocked' })
    expect(await undo(ctx, { change: await lastChange() })).toEqual({ kind: 'final' })
  })

  test('what stands in the way of something new', async () => {
    const room = await addRoom('frei')
    await db.updateTable('rooms').set({ slug: 'anders' }).where('id', '=', room).execute()
    const change = await lastChange()
    await addRoom('frei-2')
    await db.updateTable('rooms').set({ slug: 'frei' }).where('slug', '=', 'frei-2').execute()
    expect(await undo(ctx, { change })).toEqual({ kind: 'blocked' })
  })

  test('what was erased', async () => {
    const id = await addPerson(db, 'uwe', 'Uwe')
    await db.updateTable('persons').set({ name: 'U.' }).where('id', '=', id).execute()
    const change = await lastChange()
    await ctx.transaction((tx) => forgetInChanges(tx, { tables: ['persons'], ids: [id], pattern: undefined }))
    expect(await undo(ctx, { change })).toEqual({ kind: 'final' })
  })

  test('what does not exist, and what one may not edit, with the same answer', async () => {
    const { change } = await renamedRoom('fremd')
    const stranger = createContext(db, withRole('series-organiser', { seriesId: newId('series') }))
    await expect(undo(stranger, { change })).rejects.toThrow('change.not_found')
    await expect(undo(ctx, { change: newId('change') })).rejects.toThrow('change.not_found')
    const place = { seriesId: edition.seriesId, editionId: edition.id }
    await expect(undo(createContext(db, withRole('editor', place)), { change })).rejects.toThrow('change.not_found')
    expect(await undo(createContext(db, withRole('programme', place)), { change })).toEqual({ kind: 'undone' })
  })
})

/** Starts `work` while somebody has changed the room and not yet committed, and lets them commit once it waits for them. */
async function whileChanging<T>(id: string, work: () => Promise<T>): Promise<T> {
  const [changed, commit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const change = db.transaction().execute(async (tx) => {
    await rename(tx, id, 'Zugleich')
    changed.resolve()
    await commit.promise
  })
  await changed.promise
  const working = work()
  const waits = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await waits.execute(db)).rows.length === 0);
  commit.resolve()
  await change
  return working
}

describe('at the same time', () => {
  test('whoever changes it first is not overwritten', async () => {
    const { id, change } = await renamedRoom('zugleich')
    expect(await whileChanging(id, () => undo(ctx, { change }))).toMatchObject({ kind: 'overtaken' })
    expect(await nameOf(id)).toBe('Zugleich')
  })

  test('without looking again afterwards they would be', async () => {
    const { id, change } = await renamedRoom('zugleich-ohne')
    await whileChanging(id, () => sql`select undo_change(${change})`.execute(db))
    expect(await nameOf(id)).toBe('zugleich-ohne')
  })

  test('of two who take back the same one does', async () => {
    const { change } = await renamedRoom('beide')
    const outcomes = await Promise.all([undo(ctx, { change }), undo(ctx, { change })])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['overtaken', 'undone'])
  })
})
