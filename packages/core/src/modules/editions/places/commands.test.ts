import { describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { readPublicationStamp } from '../../../platform/database/publication.ts'
import { scopeOfEdition } from '../scope/queries.ts'
import { orderPlaces } from './order/commands.ts'
import { findManagedRoom, findManagedTrack, listManagedRooms, listManagedTracks, listPlaceUses } from './queries.ts'
import { addRoom, changeRoom, removeRoom } from './rooms/commands.ts'
import { addTrack, changeTrack, removeTrack } from './tracks/commands.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'orte')
const scope = await scopeOfEdition(db, edition.id)
const foreign = await scopeOfEdition(db, (await addEdition(db, 'andere')).id)
const asked: string[] = []
const ctx = createContext(db, systemActor, undefined, async (_tx, job) => {
  asked.push(job.name)
})

/** Rooms and tracks do the same things; only their values differ. */
const kinds = {
  room: {
    add: (name: string) => addRoom(ctx, scope, { name, capacity: 10 }),
    change: (id: string, name: string, revision?: number, at = scope) =>
      changeRoom(ctx, at, id, { name, description: 'Erdgeschoss' }, revision),
    remove: (id: string, revision?: number, at = scope) => removeRoom(ctx, at, id, revision),
    find: (id: string, at = scope) => findManagedRoom(db, at, id),
    list: () => listManagedRooms(db, scope),
    values: { capacity: null, description: 'Erdgeschoss' },
    column: 'roomId',
    table: 'rooms',
  },
  track: {
    add: (name: string) => addTrack(ctx, scope, { name, colour: '#112233' }),
    change: (id: string, name: string, revision?: number, at = scope) =>
      changeTrack(ctx, at, id, { name, colour: '#445566' }, revision),
    remove: (id: string, revision?: number, at = scope) => removeTrack(ctx, at, id, revision),
    find: (id: string, at = scope) => findManagedTrack(db, at, id),
    list: () => listManagedTracks(db, scope),
    values: { colour: '#445566' },
    column: 'trackId',
    table: 'tracks',
  },
} as const

describe.each(['room', 'track'] as const)('a %s', (name) => {
  const kind = kinds[name]

  test('comes to the end of the list, at an address of its own', async () => {
    const [first, second] = [await kind.add('Saal'), await kind.add('Saal')]
    expect((await kind.list()).map(({ id, slug }) => [id, slug])).toEqual([
      [first, 'saal'],
      [second, 'saal-2'],
    ])
  })

  test('is changed, its address stays, and caches and search hear of it', async () => {
    const id = await kind.add('Alt')
    const before = await readPublicationStamp(db)
    asked.length = 0
    expect(await kind.change(id, 'Neu', 1)).toEqual({ kind: 'saved', id })
    expect(await kind.find(id)).toMatchObject({ name: 'Neu', slug: 'alt', revision: 2, ...kind.values })
    expect([await readPublicationStamp(db), asked]).toEqual([before + 1, ['library.index-edition']])
  })

  test('that somebody else has saved is not overwritten or deleted', async () => {
    const id = await kind.add('Streit')
    await kind.change(id, 'Erster', 1)
    expect(await kind.change(id, 'Zweiter', 1)).toEqual({ kind: 'conflict' })
    expect(await kind.remove(id, 1)).toEqual({ kind: 'conflict' })
    expect(await kind.find(id)).toMatchObject({ name: 'Erster' })
  })

  test('of another edition is not there', async () => {
    const id = await kind.add('Eigen')
    expect(await kind.find(id, foreign)).toBeNull()
    await expect(kind.change(id, 'Gekapert', undefined, foreign)).rejects.toThrow(`${name}.not_found`)
    await expect(kind.remove(id, undefined, foreign)).rejects.toThrow(`${name}.not_found`)
  })

  test('goes only when no session stands in it', async () => {
    const id = await kind.add('Besetzt')
    const [session] = await addSessions(db, edition, [{ title: `In ${name}`, [kind.column]: id }])
    expect(await kind.remove(id)).toEqual({ kind: 'in-use' })
    expect(await listPlaceUses(db, kind.table, scope, id)).toEqual([{ sessionId: session, title: `In ${name}` }])
    expect((await kind.list()).find((one) => one.id === id)?.sessions).toBe(1)
    await db.updateTable('sessions').set({ state: 'removed' }).where('id', '=', session!).execute()
    expect(await kind.remove(id)).toEqual({ kind: 'removed' })
    expect(await kind.find(id)).toBeNull()
  })

  test('lists cost the same for one and for many', async () => {
    const queries = () => countQueries(db, (counted) => listManagedRooms(counted, scope))
    const before = await queries()
    await kind.add('Noch einer')
    expect(await queries()).toBe(before)
  })
})

test('the order is that of the ids; others follow as they were, those of other editions do not move', async () => {
  const rooms = await listManagedRooms(db, scope)
  const [first, second, ...rest] = rooms.map(({ id }) => id)
  const theirs = await addRoom(ctx, foreign, { name: 'Fremd' })
  await orderPlaces(ctx, scope, 'rooms', [theirs, second!, first!, 'rom_unknown'])
  expect((await listManagedRooms(db, scope)).map(({ id }) => id)).toEqual([second, first, ...rest])
  expect((await listManagedRooms(db, foreign)).map(({ id }) => id)).toEqual([theirs])
})

test('two who add at once get places and addresses of their own', async () => {
  await Promise.all(Array.from({ length: 5 }, () => addTrack(ctx, foreign, { name: 'Zugleich' })))
  const tracks = await listManagedTracks(db, foreign)
  expect(new Set(tracks.map(({ slug }) => slug)).size).toBe(5)
})

test('who plans the programme may, who edits news may not', async () => {
  const as = (role: 'programme' | 'editor') => createContext(db, withRole(role, scope))
  expect(await addRoom(as('programme'), scope, { name: 'Planung' })).toMatch(/^rom_/)
  for (const work of [
    () => addRoom(as('editor'), scope, { name: 'x' }),
    () => changeTrack(as('editor'), scope, 'trk_x', { name: 'x' }),
    () => removeRoom(as('editor'), scope, 'rom_x'),
    () => orderPlaces(as('editor'), scope, 'rooms', []),
    () => addRoom(as('programme'), foreign, { name: 'x' }),
  ])
    await expect(work()).rejects.toThrow('access.denied')
})
