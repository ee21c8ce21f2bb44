import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith, withRole } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { createContext } from '../../../../app/context.ts'
import { type Actor, publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { openAccount } from '../commands.ts'
import { saveProfile } from '../profile/commands.ts'
import { findOwnAccount } from '../profile/queries.ts'
import { profileInput } from '../profile/schema.ts'
import { hasOperator } from '../queries.ts'
import { signInLinkFor, useSetupLink } from '../setup/commands.ts'
import { startSignIn } from '../sign-ins/commands.ts'
import { loadActor } from '../sign-ins/queries.ts'
import { disableAccount, enableAccount, endSignInsOf, resetFactors } from './commands.ts'
import { accountsPerPage, listAccounts } from './queries.ts'

const { db } = await testDatabase()
const noon = '2031-11-21T12:00:00Z'
const at = (actor: Actor = publicActor, over: Db = db) => createContext(over, actor, fixedClock(noon))
const system = at(systemActor)
const device = { browser: 'firefox', system: 'linux' } as const
let [ida, bo] = ['', '']
const operator = (accountId: string) => accountWith([{ role: 'operator' }], accountId)

async function makeOperator(account_id: string): Promise<void> {
  const nowhere = { series_id: null, edition_id: null, track_id: null, granted_by: null }
  await db
    .insertInto('role_grants')
    .values({ id: `rol_${account_id}`, account_id, role: 'operator', ...nowhere, granted_at: noon })
    .execute()
}

beforeEach(async () => {
  for (const table of ['mails', 'accounts'] as const) await db.deleteFrom(table).execute()
  ida = await openAccount(system, { name: 'Ida Öhm', address: 'ida@stadt.de' })
  bo = await openAccount(system, { name: 'Bo 100%', address: 'bo_b@kreis.de' })
  await makeOperator(ida)
})

async function signIn(accountId: string): Promise<string> {
  const ctx = at()
  return (await ctx.transaction((tx) => startSignIn(ctx, tx, { accountId, method: 'link', device, isStrong: true })))
    .token
}
const isIn = async (token: string) => (await loadActor(db, token, at().now())) !== null

describe('the list of accounts', () => {
  test('says who has which role, a second factor and sign-ins', async () => {
    await signIn(ida)
    const { accounts, total } = await listAccounts(at(operator(ida)), {})
    expect(total).toBe(2)
    expect(accounts.map(({ name }) => name)).toEqual(['Bo 100%', 'Ida Öhm'])
    expect(accounts[1]).toMatchObject({
      address: 'ida@stadt.de',
      isDisabled: false,
      roles: [{ role: 'operator', place: null, track: null }],
      hasFactor: false,
      signIns: 1,
      lastSeenAt: '2031-11-21T12:00:00.000Z',
    })
  })

  test.each([
    ['öhm', 1],
    ['STADT.DE', 1],
    ['100%', 1],
    ['%', 1],
    ['_', 1],
    ['o_b', 1],
    ['\\', 0],
    ["' or true --", 0],
    ['', 2],
  ])('searched for %j has %i', async (search, count) => {
    expect((await listAccounts(at(operator(ida)), { search })).accounts).toHaveLength(count)
  })

  test('takes one query however many there are, and comes in pages', async () => {
    const work = () => countQueries(db, (counted) => listAccounts(at(operator(ida), counted), {}))
    const before = await work()
    for (let n = 0; n < accountsPerPage; n++) await openAccount(system, { name: `Konto ${n}` })
    expect([before, await work()]).toEqual([1, 1])
    const { accounts, total } = await listAccounts(at(operator(ida)), { offset: accountsPerPage })
    expect([accounts.length, total]).toEqual([2, accountsPerPage + 2])
  })

  test('is for operators', async () => {
    for (const actor of [publicActor, accountWith([], bo), withRole('series-organiser', { seriesId: 'srs_1' })]) {
      for (const act of [disableAccount, enableAccount, endSignInsOf]) {
        await expect(act(at(actor), { accountId: ida })).rejects.toMatchObject({ code: 'access.denied' })
      }
      await expect(listAccounts(at(actor), {})).rejects.toMatchObject({ code: 'access.denied' })
    }
    const weak = { ...operator(ida), isStrong: false }
    await expect(listAccounts(at(weak), {})).rejects.toMatchObject({ code: 'access.denied' })
  })
})

describe('disabling an account', () => {
  test('ends everything at the next request, and enabling does not bring it back', async () => {
    const [token, other] = [await signIn(bo), await signIn(ida)]
    const { token: link } = await signInLinkFor(system, bo)
    expect(await disableAccount(at(operator(ida)), { accountId: bo })).toEqual({ kind: 'disabled' })
    expect([await isIn(token), await isIn(other)]).toEqual([false, true])
    await enableAccount(at(operator(ida)), { accountId: bo })
    expect(await isIn(token)).toBe(false)
    expect((await useSetupLink(at(), { token: link, device })).kind).toBe('unknown')
    expect((await listAccounts(system, {})).accounts.every(({ isDisabled }) => !isDisabled)).toBe(true)
  })

  test('is refused for oneself and for the last operator', async () => {
    expect(await disableAccount(at(operator(bo)), { accountId: bo })).toEqual({ kind: 'kept' })
    expect(await disableAccount(system, { accountId: ida })).toEqual({ kind: 'kept' })
    expect(await hasOperator(db)).toBe(true)
  })

  test('that does not exist says so', async () => {
    for (const act of [disableAccount, enableAccount, endSignInsOf]) {
      await expect(act(system, { accountId: 'acc_x' })).rejects.toMatchObject({ code: 'account.not_found' })
    }
  })

  const eachOther = async (over: Db) => {
    await makeOperator(bo)
    await Promise.all([
      disableAccount(at(operator(ida), over), { accountId: bo }),
      disableAccount(at(operator(bo), over), { accountId: ida }),
    ])
    return hasOperator(db)
  }
  test('by two operators of each other leaves one', async () => expect(await eachOther(db)).toBe(true))
  test('without the lock would leave none', async () => expect(await eachOther(withoutLocks(db, 2))).toBe(false))
})

describe('looking after an account', () => {
  test('ends its sign-ins', async () => {
    const token = await signIn(bo)
    await endSignInsOf(at(operator(ida)), { accountId: bo })
    expect(await isIn(token)).toBe(false)
  })

  test('resets its second factors, says so to its owner, and remembers when', async () => {
    const token = await signIn(bo)
    const secret = { account_id: bo, secret: Buffer.alloc(20), created_at: noon, confirmed_at: noon }
    await db.insertInto('totp_secrets').values(secret).execute()
    await db.insertInto('recovery_codes').values({ account_id: bo, code_hash: 'x', used_at: null }).execute()
    await resetFactors(at(operator(ida)), { accountId: bo, locale: 'de' })
    expect(await isIn(token)).toBe(false)
    expect(await db.selectFrom('recovery_codes').selectAll().execute()).toEqual([])
    expect((await listAccounts(system, { search: 'Bo' })).accounts[0]?.hasFactor).toBe(false)
    const account = db.selectFrom('accounts').select('factors_reset_at').where('id', '=', bo)
    expect(await account.executeTakeFirst()).toEqual({ factors_reset_at: '2031-11-21T12:00:00.000Z' })
    const mails = await db.selectFrom('mails').select(['template', 'address']).execute()
    expect(mails).toEqual([{ template: 'account.factors_reset', address: 'bo_b@kreis.de' }])
  })
})

describe('one’s own account', () => {
  test('says name, address and roles', async () => {
    expect(await findOwnAccount(at(operator(ida)))).toEqual({
      name: 'Ida Öhm',
      personName: null,
      address: 'ida@stadt.de',
      roles: [{ role: 'operator', place: null, track: null }],
      isConnected: false,
    })
  })

  test('is called as its owner says', async () => {
    await saveProfile(at(accountWith([], bo)), profileInput.parse({ name: '  Bo Berg ' }))
    expect((await findOwnAccount(at(accountWith([], bo)))).name).toBe('Bo Berg')
    await saveProfile(at(accountWith([], bo)), { name: '' })
    expect((await findOwnAccount(at(accountWith([], bo)))).name).toBeNull()
  })

  test.each([
    { name: 'x'.repeat(101) },
    { name: 'Bo\r\nBcc: x' },
    { name: '<b>Bo</b>' },
    { name: 'Bo', person_id: 'per_1' },
    { name: 'Bo', disabledAt: null },
    {},
  ])('takes nothing else: %j', (input) => expect(profileInput.safeParse(input).success).toBe(false))
})
