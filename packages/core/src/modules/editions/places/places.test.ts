import { describe, expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addSessions } from '../../../../test/programme.ts'
import { addWorkplaces, hear, whoMay } from '../../../../test/workplaces.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { publishRelease } from '../../programme/release/commands.ts'
import { findManagedRoom, findManagedTrack, listManagedRooms, listManagedTracks, listPlaceUses } from './queries.ts'
import { addPlace, changePlace, removePlace } from './record/commands.ts'
import { roomForm, trackForm } from './schema.ts'

const { db } = await testDatabase()
const places = await addWorkplaces(db)
const { own, sister, foreign } = places
const system = createContext(db, systemActor)
const editionOf = ({ editionId, seriesId }: EditionScope) => ({ id: editionId, seriesId, slug: '2031' })

const kinds = {
  room: {
    table: 'rooms' as const,
    form: (name: string, more: object = {}) => roomForm.parse({ name, ...more }),
    more: { capacity: 120, description: 'Erdgeschoss, rechts' },
    without: { capacity: null, description: null },
    add: (ctx: Context, scope: EditionScope, form: unknown) => addPlace(ctx, 'rooms', scope, roomForm.parse(form)),
    change: (ctx: Context, scope: EditionScope, id: string, form: unknown, revision?: number) =>
      changePlace(ctx, 'rooms', scope, id, roomForm.parse(form), revision),
    remove: (ctx: Context, scope: EditionScope, id: string, revision?: number) =>
      removePlace(ctx, 'rooms', scope, id, revision),
    find: findManagedRoom,
    list: listManagedRooms,
    stands: (roomId: string) => ({ roomId }),
  },
  track: {
    table: 'tracks' as const,
    form: (name: string, more: object = {}) => trackForm.parse({ name, ...more }),
    more: { colour: '#1f5fa8' },
    without: { colour: null },
    add: (ctx: Context, scope: EditionScope, form: unknown) => addPlace(ctx, 'tracks', scope, trackForm.parse(form)),
    change: (ctx: Context, scope: EditionScope, id: string, form: unknown, revision?: number) =>
      changePlace(ctx, 'tracks', scope, id, trackForm.parse(form), revision),
    remove: (ctx: Context, scope: EditionScope, id: string, revision?: number) =>
      removePlace(ctx, 'tracks', scope, id, revision),
    find: findManagedTrack,
    list: listManagedTracks,
    stands: (trackId: string) => ({ trackId }),
  },
}
const heardOnce = (scope: EditionScope) => ({
  touched: 1,
  jobs: [['library.index-edition', { editionId: scope.editionId }]],
})

describe.each(Object.entries(kinds))('a %s', (name, kind) => {
  const add = (wanted: string, more: object = {}, scope = own) => kind.add(system, scope, kind.form(wanted, more))
  const missing = `${name}.not_found`

  test('is added to the end of the list with an address from its name, and everybody hears of it', async () => {
    await add('Vorher')
    const { answer, ...told } = await hear(db, systemActor, (ctx) =>
      kind.add(ctx, own, kind.form('Großer Saal', kind.more)),
    )
    expect(told).toEqual(heardOnce(own))
    expect((await kind.list(db, own)).at(-1)).toEqual({
      id: answer,
      revision: 1,
      name: 'Großer Saal',
      slug: 'grosser-saal',
      sessions: 0,
      ...kind.more,
    })
  })

  test.each([
    ['Doppelt', 'doppelt'],
    ['Doppelt', 'doppelt-2'],
    ['会場', name],
    ['…', `${name}-2`],
  ])('called %s gets the address %s', async (wanted, slug) => {
    expect(await kind.find(db, own, await add(wanted))).toMatchObject({ name: wanted, slug })
  })

  test('of another edition may have the same address', async () => {
    expect(await kind.find(db, foreign, await add('Großer Saal', {}, foreign))).toMatchObject({ slug: 'grosser-saal' })
  })

  test('takes new values and forgets the old ones, but keeps its address', async () => {
    const id = await add('Alt', kind.more)
    const { answer, ...told } = await hear(db, systemActor, (ctx) => kind.change(ctx, own, id, { name: 'Neu' }, 1))
    expect([answer, told]).toEqual([{ kind: 'saved', id }, heardOnce(own)])
    expect(await kind.find(db, own, id)).toMatchObject({ name: 'Neu', slug: 'alt', revision: 2, ...kind.without })
  })

  test('that somebody else has saved meanwhile stays as it is, and nobody is told', async () => {
    const id = await add('Mitte')
    await kind.change(system, own, id, { name: 'Von ihr' }, 1)
    expect(await hear(db, systemActor, (ctx) => kind.change(ctx, own, id, { name: 'Von ihm' }, 1))).toEqual({
      answer: { kind: 'conflict' },
      touched: 0,
      jobs: [],
    })
    expect(await kind.remove(system, own, id, 1)).toEqual({ kind: 'conflict' })
    expect(await kind.find(db, own, id)).toMatchObject({ name: 'Von ihr', revision: 2 })
  })

  test.each([
    ['another series', foreign],
    ['another edition of the series', sister],
  ])('is neither seen, changed nor deleted from %s', async (_, from) => {
    const id = await add('Verborgen')
    expect(await kind.find(db, from, id)).toBeNull()
    await expect(kind.change(system, from, id, { name: 'Mein' })).rejects.toThrow(missing)
    await expect(kind.remove(system, from, id)).rejects.toThrow(missing)
    expect(await kind.find(db, own, id)).toMatchObject({ name: 'Verborgen', revision: 1 })
  })

  test('in which nothing stands is deleted', async () => {
    const id = await add('Leer')
    const { answer, ...told } = await hear(db, systemActor, (ctx) => kind.remove(ctx, own, id, 1))
    expect([answer, told]).toEqual([{ kind: 'removed' }, heardOnce(own)])
    await expect(kind.remove(system, own, id)).rejects.toThrow(missing)
  })

  test('in which a session stands is not deleted before the session has gone, also from the public programme', async () => {
    const id = await add('Besetzt', {}, sister)
    const edition = editionOf(sister)
    const [sessionId] = await addSessions(db, edition, [
      { title: 'Der Vortrag', slug: `vortrag-${name}`, ...kind.stands(id) },
      { title: 'Verworfen', slug: `verworfen-${name}`, state: 'removed', ...kind.stands(id) },
    ])
    const refused = async () => {
      expect(await kind.remove(system, sister, id)).toEqual({ kind: 'in-use' })
      expect(await listPlaceUses(db, kind.table, sister, id)).toEqual([{ sessionId, title: 'Der Vortrag' }])
    }
    expect(await kind.find(db, sister, id)).toMatchObject({ sessions: 1 })
    await refused()
    await publishRelease(system, { editionId: sister.editionId })
    await db.updateTable('sessions').set({ room_id: null, track_id: null }).where('id', '=', sessionId!).execute()
    await refused()
    await publishRelease(system, { editionId: sister.editionId })
    expect(await kind.remove(system, sister, id)).toEqual({ kind: 'removed' })
  })

  test('is the business of who organises and of the programme team, each in their own edition', async () => {
    const may = ['system', 'operator', 'series-organiser', 'programme']
    expect(await whoMay(db, places, (ctx) => kind.change(ctx, own, 'none', { name: 'X' }))).toEqual(may)
    expect(await whoMay(db, places, (ctx) => kind.remove(ctx, own, 'none'))).toEqual(may)
    expect(await whoMay(db, places, (ctx) => kind.add(ctx, own, kind.form('Von allen')))).toEqual(may)
  })

  test('costs as much to list as three, with what stands in them', async () => {
    const few = await countQueries(db, (counted) => kind.list(counted, foreign))
    for (const wanted of ['B', 'C']) await add(wanted, {}, foreign)
    expect(await countQueries(db, (counted) => kind.list(counted, foreign))).toBe(few)
    expect(few).toBe(1)
  })
})

test.each([
  [roomForm, { name: 'A', capacity: 1.5 }, 'capacity'],
  [roomForm, { name: 'A', capacity: -1 }, 'capacity'],
  [roomForm, { name: 'A'.repeat(201) }, 'name'],
  [roomForm, { name: 'A', editionId: 'edi_1' }, undefined],
  [trackForm, { name: ' ' }, 'name'],
  [trackForm, { name: 'A', colour: '#12345' }, 'colour'],
  [trackForm, { name: 'A', colour: 'url(x)' }, 'colour'],
])('forms refuse %#', (schema, given, field) => {
  expect(schema.safeParse(given).error?.issues.map(({ path }) => path[0])).toEqual([field])
})
