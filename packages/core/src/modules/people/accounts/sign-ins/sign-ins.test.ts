import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { type Actor, publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { hashToken } from '../../../../kernel/tokens.ts'
import { forgetExpired, openAccount } from '../commands.ts'
import { endOtherSignIns, endSignIn, noteUse, signOut, startSignIn, strengthen } from './commands.ts'
import { findSignIn, listOwnSignIns, loadActor } from './queries.ts'
import type { Device } from './types.ts'

const { db } = await testDatabase()
const noon = '2031-11-21T12:20:00Z'
const at = (instant: string, actor: Actor = publicActor) => createContext(db, actor, fixedClock(instant))
const instant = (text: string) => Temporal.Instant.from(text)
const device: Device = { browser: 'firefox', system: 'linux' }
const actorOf = (token: string, when = noon) => loadActor(db, token, instant(when))
let accountId = ''

beforeEach(async () => {
  await db.deleteFrom('accounts').execute()
  accountId = await openAccount(at(noon, systemActor), { name: 'Ida' })
})

async function signIn(isStrong = false, owner = accountId) {
  const ctx = at(noon)
  return ctx.transaction((tx) => startSignIn(ctx, tx, { accountId: owner, method: 'link', device, isStrong }))
}

describe('a sign-in', () => {
  test('keeps nothing that signs in who reads the database', async () => {
    const { token } = await signIn()
    const stored = await db.selectFrom('sign_ins').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(await actorOf(stored.token_hash)).toBeNull()
  })

  test.each([
    ['2031-11-28T11:59:59Z', true],
    ['2031-11-28T12:00:00Z', false],
  ])('that nobody uses holds for seven days: at %s %s', async (when, holds) => {
    const { token } = await signIn()
    expect((await actorOf(token, when)) !== null).toBe(holds)
  })

  test.each([
    ['2031-12-21T12:19:59Z', true],
    ['2031-12-21T12:20:00Z', false],
  ])('that is used holds for thirty days: at %s %s', async (when, holds) => {
    const { token } = await signIn()
    for (const day of ['11-27', '12-03', '12-09', '12-15', '12-20'])
      await noteUse(at(`2031-${day}T12:00:00Z`), { token })
    expect((await actorOf(token, when)) !== null).toBe(holds)
  })

  test('is noted once an hour', async () => {
    const { token } = await signIn()
    const unnoted = async (when: string) => (await findSignIn(db, token, instant(when)))?.isUnnoted
    expect([await unnoted('2031-11-21T12:59:59Z'), await unnoted('2031-11-21T13:00:00Z')]).toEqual([false, true])
    await noteUse(at('2031-11-21T13:40:00Z'), { token })
    expect([await unnoted('2031-11-21T13:59:59Z'), await unnoted('2031-11-21T14:00:00Z')]).toEqual([false, true])
  })

  test('is over with signing out, and no other with it', async () => {
    const [one, other] = [await signIn(), await signIn()]
    await signOut(at(noon), one)
    expect([await actorOf(one.token), (await actorOf(other.token))?.accountId]).toEqual([null, accountId])
  })

  test('is over with the account, at the next request', async () => {
    const { token } = await signIn()
    await db.updateTable('accounts').set({ disabled_at: noon }).execute()
    expect(await actorOf(token)).toBeNull()
  })

  test('that is over is forgotten, one that holds is kept', async () => {
    const { token } = await signIn()
    expect(await forgetExpired(at('2031-11-25T12:00:00Z', systemActor))).toBe(0)
    expect(await actorOf(token)).not.toBeNull()
    expect(await forgetExpired(at('2031-12-22T12:20:00Z', systemActor))).toBe(1)
  })
})

describe('strength', () => {
  test.each([
    ['2031-11-22T00:19:59Z', true],
    ['2031-11-22T00:20:00Z', false],
  ])('lasts for twelve hours: at %s %s', async (when, isStrong) => {
    expect(await actorOf((await signIn(true)).token, when)).toMatchObject({ isStrong })
  })

  test('comes with a new token, and the old one is worth nothing', async () => {
    const { token } = await signIn()
    expect(await actorOf(token)).toMatchObject({ isStrong: false })
    const ctx = at(noon)
    const stronger = await ctx.transaction((tx) => strengthen(ctx, tx, { accountId, token }))
    expect(await actorOf(token)).toBeNull()
    expect(await actorOf(stronger!.token)).toMatchObject({ accountId, isStrong: true })
  })

  test('is not given to the sign-in of somebody else', async () => {
    const { token } = await signIn()
    const ctx = at(noon)
    expect(await ctx.transaction((tx) => strengthen(ctx, tx, { accountId: 'acc_other', token }))).toBeNull()
    expect(await actorOf(token)).toMatchObject({ isStrong: false })
  })
})

describe('who is signed in', () => {
  test('is read with all roles in one query, however many there are', async () => {
    const { token } = await signIn(true)
    const grant = async (role: 'operator' | 'series-organiser', seriesId: string | null) =>
      db
        .insertInto('role_grants')
        .values({
          id: `rol_${role}_${seriesId}`,
          account_id: accountId,
          role,
          series_id: seriesId,
          edition_id: null,
          track_id: null,
          granted_by: null,
          granted_at: noon,
        })
        .execute()
    const load = () => countQueries(db, (counted) => loadActor(counted, token, instant(noon)))
    expect(await load()).toBe(1)
    await grant('operator', null)
    for (const id of ['srs_1', 'srs_2']) {
      await db
        .insertInto('series')
        .values({ id, slug: id.replace('_', '-'), name: id })
        .execute()
      await grant('series-organiser', id)
    }
    expect(await load()).toBe(1)
    const actor = await actorOf(token)
    expect(actor?.grants.map(({ role, seriesId }) => [role, seriesId]).sort()).toEqual([
      ['operator', null],
      ['series-organiser', 'srs_1'],
      ['series-organiser', 'srs_2'],
    ])
    await db.deleteFrom('role_grants').where('role', '=', 'operator').execute()
    expect((await actorOf(token))?.grants).toHaveLength(2)
  })

  test.each(['', 'x', 'a'.repeat(43), "' or true --"])('is nobody with %j', async (token) => {
    await signIn()
    expect(await actorOf(token)).toBeNull()
  })
})

describe('own sign-ins', () => {
  test('are listed without those of others and without those that are over', async () => {
    const here = await signIn(true)
    await signIn()
    await signIn(false, await openAccount(at(noon, systemActor), {}))
    const over = await signIn()
    await db.updateTable('sign_ins').set({ expires_at: noon }).where('token_hash', '=', hashToken(over.token)).execute()
    const listed = await listOwnSignIns(at(noon, accountWith([], accountId)), here.token)
    expect(listed.map(({ isCurrent, isStrong }) => [isCurrent, isStrong]).sort()).toEqual([
      [false, false],
      [true, true],
    ])
    expect(listed[0]).toMatchObject({ device, method: 'link', lastSeenAt: '2031-11-21T12:20:00.000Z' })
    await noteUse(at('2031-11-21T15:59:00Z'), here)
    const [later] = await listOwnSignIns(at('2031-11-21T15:59:00Z', accountWith([], accountId)), here.token)
    expect(later).toMatchObject({ isCurrent: true, lastSeenAt: '2031-11-21T15:00:00.000Z' })
  })

  test('are ended one by one, and never those of others', async () => {
    const mine = await signIn()
    const other = await signIn(false, await openAccount(at(noon, systemActor), {}))
    const ids = await db.selectFrom('sign_ins').select(['id', 'account_id']).execute()
    for (const { id } of ids) await endSignIn(at(noon, accountWith([], accountId)), { id })
    expect([await actorOf(mine.token), await actorOf(other.token)]).toMatchObject([null, { kind: 'account' }])
  })

  test('are ended all but the one that is used', async () => {
    const [here, there] = [await signIn(), await signIn()]
    await endOtherSignIns(at(noon, accountWith([], accountId)), here)
    expect([(await actorOf(here.token))?.accountId, await actorOf(there.token)]).toEqual([accountId, null])
  })

  test('belong to who has signed in', async () => {
    await expect(listOwnSignIns(at(noon), 'x')).rejects.toMatchObject({ code: 'access.denied' })
    await expect(endSignIn(at(noon, systemActor), { id: 'x' })).rejects.toMatchObject({ code: 'access.denied' })
  })
})
