import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../test/actors.ts'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addTrackAndRoom } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { grantRole, withdrawRole } from './commands.ts'
import { listGrants, listGrantsOf, listRoleHolders } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const edition = await addEdition(db, 'rollen')
const other = await addEdition(db, 'andere')
const { trackId } = await addTrackAndRoom(db, edition, 'reihe')
const { trackId: foreignTrack } = await addTrackAndRoom(db, other, 'fremd')
const [ada, bo] = [newId('account'), newId('account')]
await db
  .insertInto('accounts')
  .values([{ id: ada }, { id: bo }] as never)
  .execute()

const site = { seriesId: null, editionId: null }
const series = { seriesId: edition.seriesId, editionId: null }
const here = { seriesId: edition.seriesId, editionId: edition.id }
const roles = async (accountId: string) => (await listGrantsOf(db, accountId)).map((one) => one.role)

beforeEach(async () => {
  await db.deleteFrom('role_grants').execute()
})

describe('a role', () => {
  test('is given once, and counts in its place alone', async () => {
    for (let n = 0; n < 2; n++) await grantRole(ctx, { role: 'programme', accountId: ada, ...here })
    expect(await roles(ada)).toEqual(['programme'])
    expect((await listGrants(db, here)).map((one) => one.accountId)).toEqual([ada])
    for (const place of [site, series, { seriesId: other.seriesId, editionId: other.id }])
      expect(await listGrants(db, place)).toEqual([])
  })

  test('says who gave it', async () => {
    const operator = createContext(db, { ...withRole('operator'), accountId: bo })
    await grantRole(operator, { role: 'editor', accountId: ada, ...here })
    expect(await db.selectFrom('role_grants').select('granted_by').execute()).toEqual([{ granted_by: bo }])
  })

  test('may be confined to a track of its edition', async () => {
    await grantRole(ctx, { role: 'review', accountId: ada, trackId, ...here })
    expect(await listGrants(db, here)).toMatchObject([{ role: 'review', trackId }])
    const confined = { accountId: ada, trackId: foreignTrack, ...here }
    await expect(grantRole(ctx, { role: 'review', ...confined })).rejects.toThrow('track.not_found')
    await expect(grantRole(ctx, { role: 'editor', ...confined, trackId })).rejects.toThrow('role.wrong_place')
  })

  test.each([
    ['operator', series],
    ['series-organiser', here],
    ['series-organiser', site],
    ['editor', series],
  ] as const)('%s is not given in %j', async (role, place) => {
    await expect(grantRole(ctx, { role, accountId: ada, ...place })).rejects.toThrow('role.wrong_place')
  })

  test('is given by who organises there, and by nobody else', async () => {
    const grant = { role: 'editor', accountId: ada, ...here } as const
    for (const actor of [
      publicActor,
      withRole('programme', here),
      withRole('series-organiser', { seriesId: other.seriesId }),
    ])
      await expect(grantRole(createContext(db, actor), grant)).rejects.toThrow('access.denied')
    const organiser = createContext(db, { ...withRole('series-organiser', series), accountId: bo })
    await grantRole(organiser, { ...grant, role: 'helper' })
    await expect(grantRole(organiser, { role: 'operator', accountId: ada, ...site })).rejects.toThrow('access.denied')
  })
})

describe('who has roles', () => {
  const names = async () => (await listRoleHolders(ctx, here)).map((one) => [one.role, one.name, one.isDisabled])

  test('is told with their names, in the order of the roles, to who organises there', async () => {
    await db.updateTable('accounts').set({ name: 'Ada Äpfel' }).where('id', '=', ada).execute()
    await db.updateTable('accounts').set({ name: 'Bo Berg' }).where('id', '=', bo).execute()
    for (const accountId of [bo, ada]) await grantRole(ctx, { role: 'editor', accountId, ...here })
    await grantRole(ctx, { role: 'programme', accountId: bo, ...here })
    await grantRole(ctx, { role: 'review', accountId: ada, trackId, ...here })
    expect(await names()).toEqual([
      ['programme', 'Bo Berg', false],
      ['review', 'Ada Äpfel', false],
      ['editor', 'Ada Äpfel', false],
      ['editor', 'Bo Berg', false],
    ])
    expect((await listRoleHolders(ctx, here))[1]).toMatchObject({ track: 'reihe', address: null })
    const stranger = createContext(db, withRole('series-organiser', { seriesId: other.seriesId }))
    await expect(listRoleHolders(stranger, here)).rejects.toThrow('access.denied')
  })

  test('takes one query, for many as for one', async () => {
    await grantRole(ctx, { role: 'editor', accountId: ada, ...here })
    const count = () => countQueries(db, (over) => listRoleHolders(createContext(over, systemActor), here))
    expect(await count()).toBe(1)
    await grantRole(ctx, { role: 'editor', accountId: bo, ...here })
    expect(await count()).toBe(1)
  })
})

describe('withdrawing', () => {
  const idOf = async (accountId: string) => (await listGrantsOf(db, accountId))[0]!.id

  test('ends the role, but not in the name of another place', async () => {
    await grantRole(ctx, { role: 'editor', accountId: ada, ...here })
    const id = await idOf(ada)
    const elsewhere = { seriesId: other.seriesId, editionId: other.id }
    await expect(withdrawRole(ctx, elsewhere, id)).rejects.toThrow('role.not_found')
    expect(await withdrawRole(ctx, here, id)).toEqual({ kind: 'withdrawn' })
    expect(await roles(ada)).toEqual([])
  })

  test('never takes the last organiser, of whom a disabled one is none', async () => {
    for (const accountId of [ada, bo]) await grantRole(ctx, { role: 'series-organiser', accountId, ...series })
    await db.updateTable('accounts').set({ disabled_at: '2031-01-01T00:00:00Z' }).where('id', '=', bo).execute()
    expect(await withdrawRole(ctx, series, await idOf(ada))).toEqual({ kind: 'kept' })
    await db.updateTable('accounts').set({ disabled_at: null }).where('id', '=', bo).execute()
    expect(await withdrawRole(ctx, series, await idOf(ada))).toEqual({ kind: 'withdrawn' })
    expect(await withdrawRole(ctx, series, await idOf(bo))).toEqual({ kind: 'kept' })
  })

  async function bothAtOnce(over: Db) {
    for (const accountId of [ada, bo]) await grantRole(ctx, { role: 'operator', accountId, ...site })
    const ids = await Promise.all([ada, bo].map(idOf))
    const acting = createContext(over, systemActor)
    const outcomes = await Promise.all(ids.map((id) => withdrawRole(acting, site, id)))
    return outcomes.map((one) => one.kind).sort()
  }

  test('of two operators who take each other’s role away at once one is left', async () => {
    expect(await bothAtOnce(db)).toEqual(['kept', 'withdrawn'])
  })

  test('without the lock none is', async () => {
    expect(await bothAtOnce(withoutLocks(db, 2))).toEqual(['withdrawn', 'withdrawn'])
  })
})
