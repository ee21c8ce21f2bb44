import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith } from '../../../../../test/actors.ts'
import { countQueries } from '../../../../../test/count-queries.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { createContext } from '../../../../app/context.ts'
import { type Actor, publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { openAccount } from '../commands.ts'
import { limits } from '../limits/rules.ts'
import { startSignIn } from '../sign-ins/commands.ts'
import { loadActor } from '../sign-ins/queries.ts'
import { askForAddress, claimAddress, confirmAddress } from './commands.ts'
import { findAddressLink } from './queries.ts'
import { foldAddress } from './rules.ts'

const { db } = await testDatabase()
const noon = '2031-11-21T12:00:00Z'
const at = (actor: Actor = publicActor, instant = noon, over: Db = db) =>
  createContext(over, actor, fixedClock(instant))
const as = (accountId: string, instant = noon, over: Db = db) => at(accountWith([], accountId), instant, over)
const device = { browser: 'firefox', system: 'linux' } as const
let [ida, bo] = ['', '']

beforeEach(async () => {
  for (const table of ['mails', 'accounts', 'try_counts'] as const) await db.deleteFrom(table).execute()
  ida = await openAccount(at(systemActor), { address: 'ida@stadt.de' })
  bo = await openAccount(at(systemActor), { address: 'bo@stadt.de' })
})

async function signIn(accountId: string): Promise<string> {
  const ctx = at()
  return (await ctx.transaction((tx) => startSignIn(ctx, tx, { accountId, method: 'link', device, isStrong: true })))
    .token
}

/** Asks for another address and answers the token of the link that was sent there. */
async function ask(accountId: string, address: string): Promise<string> {
  expect(await askForAddress(as(accountId), { address, locale: 'de' })).toEqual({ kind: 'asked' })
  const mail = await db.selectFrom('mails').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
  expect(mail).toMatchObject({ address, template: 'account.new_address', is_secret: true })
  return /\?link=([\w-]{43})/.exec(mail.body)?.[1] ?? ''
}
const confirm = (accountId: string, token: string, { instant = noon, currentToken = '', over = db } = {}) =>
  confirmAddress(as(accountId, instant, over), { token, currentToken, locale: 'de' })
const addressOf = async (account_id: string) =>
  (await db.selectFrom('account_addresses').select('address').where('account_id', '=', account_id).executeTakeFirst())
    ?.address

describe('a new address', () => {
  test('counts once its link is taken; the former one is told, and all other sign-ins end', async () => {
    const [here, there] = [await signIn(ida), await signIn(ida)]
    const token = await ask(ida, 'Ida@kreis.de')
    expect(await addressOf(ida)).toBe('ida@stadt.de')
    expect(await findAddressLink(as(ida), token)).toEqual({ kind: 'open', address: 'Ida@kreis.de' })
    expect(await confirm(ida, token, { currentToken: here })).toEqual({ kind: 'changed' })
    expect(await addressOf(ida)).toBe('Ida@kreis.de')
    expect([await loadActor(db, here, at().now()), await loadActor(db, there, at().now())]).toMatchObject([
      { accountId: ida },
      null,
    ])
    const told = await db.selectFrom('mails').selectAll().where('template', '=', 'account.address_changed').execute()
    expect(told).toMatchObject([{ address: 'ida@stadt.de', body: expect.stringContaining('Ida@') }])
    expect(await confirm(ida, token)).toEqual({ kind: 'used' })
  })

  test('is the first one of an account that had none, and nobody is told', async () => {
    const account = await openAccount(at(systemActor), {})
    expect(await confirm(account, await ask(account, 'neu@stadt.de'))).toEqual({ kind: 'changed' })
    expect(await db.selectFrom('mails').select('id').execute()).toHaveLength(1)
  })

  test.each([
    ['2031-11-21T12:29:59Z', 'changed'],
    ['2031-11-21T12:30:00Z', 'expired'],
  ])('at %s: %s', async (instant, kind) => {
    expect((await confirm(ida, await ask(ida, 'neu@stadt.de'), { instant })).kind).toBe(kind)
  })

  test('of one account is nothing to another one, which could otherwise be given an address it does not read', async () => {
    const token = await ask(ida, 'neu@stadt.de')
    expect(await findAddressLink(as(bo), token)).toEqual({ kind: 'unknown' })
    expect(await confirm(bo, token)).toEqual({ kind: 'unknown' })
    expect([await addressOf(bo), await addressOf(ida)]).toEqual(['bo@stadt.de', 'ida@stadt.de'])
  })

  test('of somebody else is asked for with the same work and the same words, and refused to who reads its mail', async () => {
    const work = (address: string) =>
      countQueries(db, (counted) => askForAddress(as(ida, noon, counted), { address, locale: 'de' }))
    expect(await work('BO@stadt.de')).toBe(await work('niemand@stadt.de'))
    expect(await confirm(ida, await ask(ida, 'BO@stadt.de'))).toEqual({ kind: 'taken' })
    expect([await addressOf(bo), await addressOf(ida)]).toEqual(['bo@stadt.de', 'ida@stadt.de'])
  })

  test('can be asked for a few times an hour', async () => {
    for (let n = 0; n < limits['change.account'].tries; n++) await ask(ida, `neu${n}@stadt.de`)
    const again = await askForAddress(as(ida), { address: 'neu@stadt.de', locale: 'de' })
    expect(again).toEqual({ kind: 'too-many', until: '2031-11-21T13:00:00Z' })
  })

  test('is for who is signed in', async () => {
    await expect(askForAddress(at(), { address: 'x@stadt.de', locale: 'de' })).rejects.toMatchObject({
      code: 'access.denied',
    })
  })

  test('keeps nothing in the database that confirms it', async () => {
    const token = await ask(ida, 'neu@stadt.de')
    expect(JSON.stringify(await db.selectFrom('address_changes').selectAll().execute())).not.toContain(token)
  })
})

describe('two who claim an address at once', () => {
  const claim = (accountId: string, over: Db) => {
    const ctx = as(accountId, noon, over)
    return ctx.transaction((tx) => claimAddress(ctx, tx, { accountId, address: 'neu@stadt.de' }))
  }
  test('do not both get it', async () => {
    expect((await Promise.all([claim(ida, db), claim(bo, db)])).sort()).toEqual([false, true])
  })
  test('without the lock would both believe that it is free, and one would fail on the index', async () => {
    const over = withoutLocks(db, 2)
    const outcomes = await Promise.allSettled([claim(ida, over), claim(bo, over)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

test.each([
  ['Ida.Oehm@Stadt.de', 'ida.oehm@stadt.de'],
  ['IDA+FACHTAG@STADT.DE', 'ida+fachtag@stadt.de'],
])('%s is known as %s', (address, folded) => expect(foldAddress(address)).toBe(folded))
