import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { addEdition, addTrackAndRoom } from '../../../test/programme.ts'
import { withoutLocks } from '../../../test/without-locks.ts'
import { deleteOwned, lockForRemoval, lockOwned, updateOwned } from './owned-rows.ts'
import type { Db, Transaction } from './tables.ts'

const { db } = await testDatabase()
const edition = await addEdition(db, 'eigen')
const other = await addEdition(db, 'fremd')
const owner = { edition_id: edition.id }
const inside = <T>(work: (tx: Transaction) => Promise<T>, over: Db = db) => over.transaction().execute(work)
const addRoom = async (slug: string) => (await addTrackAndRoom(db, edition, slug)).roomId
const nameOf = (id: string) => db.selectFrom('rooms').select('name').where('id', '=', id).executeTakeFirst()

describe('a row of an owner', () => {
  test('takes new values while it is at the revision that was read', async () => {
    const id = await addRoom('a')
    expect(await inside((tx) => updateOwned(tx, 'rooms', id, owner, { name: 'Neu', capacity: null }, 1))).toBe(
      'current',
    )
    expect(await inside((tx) => updateOwned(tx, 'rooms', id, owner, { name: 'Neuer' }, 1))).toBe('changed')
    expect(await nameOf(id)).toEqual({ name: 'Neu' })
    expect(await inside((tx) => updateOwned(tx, 'rooms', id, owner, { name: 'Neuer' }))).toBe('current')
  })

  test('keeps texts in two languages as they are', async () => {
    const claim = { de: 'Ein "Zitat"', en: 'Line\nbreak' }
    await inside((tx) => updateOwned(tx, 'series', edition.seriesId, {}, { claim }))
    const row = db.selectFrom('series').select('claim').where('id', '=', edition.seriesId)
    expect(await row.executeTakeFirst()).toEqual({ claim })
  })

  test('is missing for everybody else', async () => {
    const id = await addRoom('b')
    const foreign = { edition_id: other.id }
    expect(await inside((tx) => updateOwned(tx, 'rooms', id, foreign, { name: 'Gekapert' }, 1))).toBe('missing')
    expect(await inside((tx) => lockOwned(tx, 'rooms', id, foreign))).toBe('missing')
    expect(await inside((tx) => lockForRemoval(tx, 'rooms', id, foreign))).toBe('missing')
    await inside((tx) => deleteOwned(tx, 'rooms', id, foreign))
    expect(await nameOf(id)).toEqual({ name: 'b' })
  })

  test('is deleted by its owner', async () => {
    const id = await addRoom('c')
    expect(await inside((tx) => lockForRemoval(tx, 'rooms', id, owner, 2))).toBe('changed')
    await inside((tx) => deleteOwned(tx, 'rooms', id, owner))
    expect(await nameOf(id)).toBeUndefined()
  })
})

/** Somebody counts what stands in a room in order to delete it, while somebody else puts a session there. */
async function race(slug: string, remover: Db): Promise<number> {
  const id = await addRoom(slug)
  const { promise: isLocked, resolve: locked } = Promise.withResolvers<void>()
  const removal = inside(async (tx) => {
    await lockForRemoval(tx, 'rooms', id, owner)
    const uses = await tx.selectFrom('sessions').select('id').where('room_id', '=', id).execute()
    locked()
    await new Promise((resolve) => setTimeout(resolve, 150))
    if (uses.length === 0) await deleteOwned(tx, 'rooms', id, owner)
  }, remover)
  await isLocked
  const session = { id: `ses_${slug}`, edition_id: edition.id, slug, type: 'talk' as const, title: slug, room_id: id }
  const added = db
    .insertInto('sessions')
    .values(session)
    .execute()
    .then(
      () => 1,
      () => 0,
    )
  await removal
  return added
}

test('nobody can put anything into what is being deleted', async () => {
  expect(await race('voll', db)).toBe(0)
  expect(await db.selectFrom('sessions').select('id').where('room_id', 'is', null).execute()).toEqual([])
})

test('without the lock a session would silently lose its room', async () => {
  await race('voll-ohne', withoutLocks(db, 1))
  const lost = await db.selectFrom('sessions').select('slug').where('room_id', 'is', null).execute()
  expect(lost).toEqual([{ slug: 'voll-ohne' }])
})
