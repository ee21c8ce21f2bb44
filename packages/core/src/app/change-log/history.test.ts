import { beforeAll, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../test/actors.ts'
import { testDatabase } from '../../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom, type TestEdition } from '../../../test/programme.ts'
import { type Actor, publicActor, systemActor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { scopeOfEdition } from '../../modules/editions/scope/queries.ts'
import { createContext } from '../context.ts'
import { listAuthors, nameAll, readHistory, readLog, readUndoable, tableOf } from './history.ts'
import { loggedTables } from './logged-tables.ts'
import { undo } from './undo.ts'

const { db } = await testDatabase()
const as = (actor: Actor) => createContext(db, actor)
const system = as(systemActor)
let [own, foreign] = [{} as TestEdition, {} as TestEdition]
let [roomId, personId, sessionId] = ['', '', '']

beforeAll(async () => {
  own = await addEdition(db, 'eigen')
  foreign = await addEdition(db, 'fremd')
  roomId = (await addTrackAndRoom(db, own, 'saal')).roomId
  personId = await addPerson(db, 'ida', 'Ida Öhm')
  await db
    .insertInto('person_references')
    .values({ source: `series:${own.seriesId}`, reference: 'ida', person_id: personId })
    .execute()
  sessionId = (await addSessions(db, own, [{ title: 'Alpha', personIds: [personId] }]))[0]!
  await addTrackAndRoom(db, foreign, 'raum')
})

const inOwn = () => ({ seriesId: own.seriesId, editionId: own.id })

describe('a log', () => {
  test('is for who organises', async () => {
    const scope = await scopeOfEdition(db, own.id)
    const page = await readLog(as(withRole('series-organiser', { seriesId: own.seriesId })), scope, {})
    expect(page.changes.length).toBeGreaterThan(2)
    for (const actor of [
      withRole('programme', inOwn()),
      withRole('series-organiser', { seriesId: foreign.seriesId }),
      publicActor,
    ]) {
      await expect(readLog(as(actor), scope, {})).rejects.toThrow('access.denied')
      await expect(listAuthors(as(actor), scope)).rejects.toThrow('access.denied')
    }
    expect(await listAuthors(system, scope)).toEqual(['database'])
  })

  test('of everything is for who runs the site', async () => {
    expect((await readLog(as(withRole('operator')), null, {})).changes.length).toBeGreaterThan(5)
    await expect(readLog(as(withRole('series-organiser', { seriesId: own.seriesId })), null, {})).rejects.toThrow(
      'access.denied',
    )
  })

  test('of a series knows nothing of another', async () => {
    const { changes } = await readLog(system, { seriesId: foreign.seriesId }, {})
    expect(new Set(changes.flatMap((change) => change.rows.map((row) => row.seriesId)))).toEqual(
      new Set([foreign.seriesId]),
    )
  })

  test('marks what can be taken back, on its first page', async () => {
    await db.updateTable('rooms').set({ name: 'Neu' }).where('id', '=', roomId).execute()
    const scope = await scopeOfEdition(db, own.id)
    const { changes, undoable } = await readLog(system, scope, { object: roomId })
    expect([...undoable]).toEqual([changes[0]!.id])
    expect((await readLog(system, scope, { object: roomId }, changes[0]!.id)).undoable.size).toBe(0)
    await undo(system, { change: changes[0]!.id })
    const later = await readLog(system, scope, { object: roomId })
    expect([...later.undoable]).toEqual([later.changes[0]!.id])
  })
})

describe('the history of an object', () => {
  test('is for whom may edit it', async () => {
    const { changes } = await readHistory(as(withRole('programme', inOwn())), roomId)
    expect(changes.at(-1)?.rows[0]?.operation).toBe('insert')
    for (const actor of [
      withRole('editor', inOwn()),
      withRole('programme', { seriesId: foreign.seriesId, editionId: foreign.id }),
    ])
      await expect(readHistory(as(actor), roomId)).rejects.toThrow('change.not_found')
  })

  test('tells its parts', async () => {
    const { changes } = await readHistory(as(withRole('programme', inOwn())), sessionId)
    expect(changes.flatMap((change) => change.rows.map((row) => row.table))).toEqual(['sessions', 'appearances'])
  })

  test('keeps back what is more private than the object', async () => {
    await db.insertInto('person_consents').values({
      id: newId('consent'), person_id: personId, edition_id: foreign.id, kind: 'photo', state: 'given', wording: 'Ja',
      given_via: 'person', decided_at: '2031-01-01T00:00:00Z',
    }).execute() // biome-ignore format: one row
    const tablesFor = async (actor: Actor) => {
      const { changes } = await readHistory(as(actor), personId)
      return new Set(changes.flatMap((change) => change.rows.map((row) => row.table)))
    }
    expect(await tablesFor(withRole('operator'))).toEqual(new Set(['persons', 'person_references', 'person_consents']))
    expect(await tablesFor(withRole('editor', inOwn()))).toEqual(new Set(['persons']))
  })

  test.each(['', 'rom_1', 'app_01', 'x'.repeat(200), 'toString', newId('room'), newId('appearance')])(
    '%j is not there',
    async (id) => {
      await expect(readHistory(system, id)).rejects.toThrow('change.not_found')
    },
  )
})

test('a change is shown to whom may take it back', async () => {
  const { changes } = await readHistory(system, roomId)
  expect(await readUndoable(as(withRole('programme', inOwn())), changes[0]!.id)).toMatchObject({ id: changes[0]!.id })
  await expect(readUndoable(as(withRole('editor', inOwn())), changes[0]!.id)).rejects.toThrow('change.not_found')
  await expect(readUndoable(system, newId('change'))).rejects.toThrow('change.not_found')
})

test('a change of many people at once is taken back by who runs the site alone', async () => {
  const ids = await Promise.all(Array.from({ length: 22 }, (_, n) => addPerson(db, `viele-${n}`, `Person ${n}`)))
  await db
    .insertInto('person_references')
    .values(ids.map((id) => ({ source: `series:${own.seriesId}`, reference: id, person_id: id })))
    .execute()
  await db.updateTable('persons').set({ website: 'https://example.org' }).where('id', 'in', ids).execute()
  const { changes } = await readLog(system, null, {})
  const organiser = accountWith([{ role: 'series-organiser', seriesId: own.seriesId }])
  await expect(undo(as(organiser), { change: changes[0]!.id })).rejects.toThrow('change.not_found')
  expect(await undo(system, { change: changes[0]!.id })).toEqual({ kind: 'undone' })
})

describe('names', () => {
  test('are found for everything that has one, in every table, also when it is gone', async () => {
    const gone = (await addTrackAndRoom(db, own, 'vergangen')).roomId
    await db.deleteFrom('rooms').where('id', '=', gone).execute()
    const account = newId('account')
    await db.insertInto('accounts').values({ id: account, person_id: personId }).execute()
    const names = await nameAll(db, [gone, account, personId, sessionId, own.id, own.seriesId, newId('room'), 'acc_1'])
    expect([...names.values()].sort()).toEqual([
      'Alpha',
      'Ida Öhm',
      'Ida Öhm',
      'Reihe eigen',
      'Tagung eigen',
      'vergangen',
    ])
  })

  test('are looked for in a way that works in every table', async () => {
    const kinds = Object.values(loggedTables).flatMap(({ named }) => (named ? [named[0]] : []))
    expect(
      (
        await nameAll(
          db,
          kinds.map((kind) => newId(kind)),
        )
      ).size,
    ).toBe(0)
    expect(kinds.map((kind) => tableOf(newId(kind)))).toEqual(
      Object.entries(loggedTables).flatMap(([table, { named }]) => (named ? [table] : [])),
    )
  })
})
