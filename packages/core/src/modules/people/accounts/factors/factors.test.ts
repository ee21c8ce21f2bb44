import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { createContext } from '../../../../app/context.ts'
import { type Actor, publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { openAccount } from '../commands.ts'
import { limits } from '../limits/rules.ts'
import { makeRecoveryCodes } from '../recovery/commands.ts'
import { recoveryCodeCount } from '../recovery/rules.ts'
import { startSignIn } from '../sign-ins/commands.ts'
import { loadActor } from '../sign-ins/queries.ts'
import { giveCode } from '../strength/commands.ts'
import { beginApp, confirmApp } from '../totp/commands.ts'
import { findPendingApp } from '../totp/queries.ts'
import { hotp, stepAt } from '../totp/rules.ts'
import { removeFactor } from './commands.ts'
import { findFactors } from './queries.ts'

const { db } = await testDatabase()
const noon = '2031-11-21T12:00:15Z'
const at = (actor: Actor = publicActor, instant = noon, over: Db = db) =>
  createContext(over, actor, fixedClock(instant))
let accountId = ''
const weak = () => ({ ...accountWith([], accountId), isStrong: false })
const strong = () => accountWith([], accountId)

beforeEach(async () => {
  for (const table of ['accounts', 'try_counts'] as const) await db.deleteFrom(table).execute()
  accountId = await openAccount(at(systemActor), { address: 'ida@stadt.de' })
})

async function signIn(): Promise<string> {
  const ctx = at()
  const device = { browser: 'firefox', system: 'linux' } as const
  return (await ctx.transaction((tx) => startSignIn(ctx, tx, { accountId, method: 'link', device, isStrong: false })))
    .token
}

/** What the owner's app shows at `instant`. */
async function codeAt(instant = noon): Promise<string> {
  const { secret } = await db.selectFrom('totp_secrets').select('secret').executeTakeFirstOrThrow()
  return hotp(secret, stepAt(Temporal.Instant.from(instant)))
}

async function setUpApp(): Promise<void> {
  await beginApp(at(weak()))
  const outcome = await confirmApp(at(weak()), { code: await codeAt(), token: await signIn() })
  if (outcome.kind !== 'given') throw new Error(outcome.kind)
}
const later = '2031-11-21T12:00:45Z'

describe('an authenticator app', () => {
  test('is set up with a code that it shows, which makes the sign-in strong', async () => {
    await beginApp(at(weak()))
    const pending = await findPendingApp(at(weak()), 'IT-Fachtag')
    expect(pending?.key).toMatch(/^[A-Z2-7]{32}$/)
    expect(pending?.uri).toContain('otpauth://totp/IT-Fachtag:ida%40stadt.de?secret=')
    const token = await signIn()
    expect(await confirmApp(at(weak()), { code: '000000', token })).toEqual({ kind: 'wrong' })
    expect((await findFactors(db, accountId)).hasApp).toBe(false)
    const outcome = await confirmApp(at(weak()), { code: await codeAt(), token })
    if (outcome.kind !== 'given') throw new Error(outcome.kind)
    expect(await loadActor(db, outcome.signIn.token, at().now())).toMatchObject({ accountId, isStrong: true })
    expect((await findFactors(db, accountId)).hasApp).toBe(true)
  })

  test('never shows its secret again once it is set up', async () => {
    await setUpApp()
    expect(await findPendingApp(at(strong()), 'x')).toBeNull()
    await expect(beginApp(at(strong()))).rejects.toMatchObject({ code: 'factor.exists' })
  })

  test('begun twice has the second secret', async () => {
    await beginApp(at(weak()))
    const first = await findPendingApp(at(weak()), 'x')
    await beginApp(at(weak()))
    expect(await findPendingApp(at(weak()), 'x')).not.toEqual(first)
  })

  test('cannot be replaced or removed by who has only read a mail', async () => {
    await setUpApp()
    for (const attempt of [beginApp, makeRecoveryCodes])
      await expect(attempt(at(weak()))).rejects.toMatchObject({ code: 'factor.strong_needed' })
    await expect(removeFactor(at(weak()), { kind: 'app' })).rejects.toMatchObject({ code: 'factor.strong_needed' })
    await expect(beginApp(at())).rejects.toMatchObject({ code: 'access.denied' })
  })
})

describe('giving a code', () => {
  test('makes the sign-in strong under a new token, once for each code', async () => {
    await setUpApp()
    const [one, other] = [await signIn(), await signIn()]
    const code = await codeAt(later)
    const outcome = await giveCode(at(weak(), later), { code: ` ${code.slice(0, 3)} ${code.slice(3)} `, token: one })
    if (outcome.kind !== 'given') throw new Error(outcome.kind)
    expect(await loadActor(db, outcome.signIn.token, at().now())).toMatchObject({ isStrong: true })
    expect(await loadActor(db, one, at().now())).toBeNull()
    expect(await giveCode(at(weak(), later), { code, token: other })).toEqual({ kind: 'wrong' })
  })

  test('that was used for the set-up is refused', async () => {
    await setUpApp()
    expect(await giveCode(at(weak()), { code: await codeAt(), token: await signIn() })).toEqual({ kind: 'wrong' })
  })

  const atOnce = async (over: Db, code: string) => {
    const tokens = await Promise.all(Array.from({ length: 5 }, signIn))
    const outcomes = await Promise.all(tokens.map((token) => giveCode(at(weak(), later, over), { code, token })))
    return outcomes.filter(({ kind }) => kind === 'given').length
  }

  test('five times at once works once', async () => {
    await setUpApp()
    expect(await atOnce(db, await codeAt(later))).toBe(1)
  })

  test('of recovery, five times at once, works once, and one less is left', async () => {
    const [code = ''] = await makeRecoveryCodes(at(weak()))
    expect(await atOnce(db, code.toLowerCase())).toBe(1)
    expect((await findFactors(db, accountId)).recoveryCodes).toBe(recoveryCodeCount - 1)
  })

  test('where the condition is checked before the mark is made, all five work', async () => {
    await makeRecoveryCodes(at(weak()))
    let waiting = 0
    const { promise: allHaveLooked, resolve: go } = Promise.withResolvers<void>()
    const careless = () =>
      db.transaction().execute(async (tx) => {
        const code = await tx.selectFrom('recovery_codes').selectAll().orderBy('code_hash').limit(1).executeTakeFirst()
        if (++waiting === 5) go()
        await allHaveLooked
        if (code?.used_at) return 'wrong'
        const used = tx.updateTable('recovery_codes').set({ used_at: noon }).where('code_hash', '=', code!.code_hash)
        await used.execute()
        return 'given'
      })
    expect(await Promise.all(Array.from({ length: 5 }, careless))).toEqual(Array(5).fill('given'))
  })

  test('can be tried ten times in a quarter of an hour', async () => {
    await setUpApp()
    await db.deleteFrom('try_counts').execute()
    const guesses = Array.from({ length: 30 }, (_, n) =>
      giveCode(at(weak(), later), { code: `${100_000 + n}`, token: 'x' }),
    )
    const outcomes = await Promise.all(guesses)
    expect(outcomes.filter(({ kind }) => kind === 'wrong')).toHaveLength(limits['factor.account'].tries)
    const code = await codeAt(later)
    expect((await giveCode(at(weak(), later), { code, token: await signIn() })).kind).toBe('too-many')
  })

  test.each(['', '12345', 'abcdef', '1234567', 'x'.repeat(500), '\u0000'])('%j is no code', async (code) => {
    expect(await giveCode(at(weak()), { code, token: await signIn() })).toEqual({ kind: 'wrong' })
  })
})

describe('recovery codes', () => {
  test('are ten, different, and not to be read in the database', async () => {
    const codes = await makeRecoveryCodes(at(weak()))
    expect(new Set(codes).size).toBe(recoveryCodeCount)
    expect(codes.filter((code) => !/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toEqual([])
    const stored = JSON.stringify(await db.selectFrom('recovery_codes').selectAll().execute())
    for (const code of codes) expect(stored).not.toContain(code.replaceAll('-', ''))
  })

  test('made anew void the former ones', async () => {
    const [old = ''] = await makeRecoveryCodes(at(weak()))
    await makeRecoveryCodes(at(weak()))
    expect(await giveCode(at(weak()), { code: old, token: await signIn() })).toEqual({ kind: 'wrong' })
  })

  test('of somebody else are worth nothing', async () => {
    const [code = ''] = await makeRecoveryCodes(at(weak()))
    const other = await openAccount(at(systemActor), {})
    const outcome = await giveCode(at({ ...accountWith([], other), isStrong: false }), { code, token: await signIn() })
    expect(outcome).toEqual({ kind: 'wrong' })
  })
})

describe('the last second factor', () => {
  async function withRole() {
    await db
      .insertInto('role_grants')
      .values({
        id: `rol_${accountId}`,
        account_id: accountId,
        role: 'operator',
        series_id: null,
        edition_id: null,
        track_id: null,
        granted_by: null,
        granted_at: noon,
      })
      .execute()
  }
  const addKey = (id: string) =>
    db
      .insertInto('passkeys')
      .values({
        id,
        account_id: accountId,
        credential_id: id,
        public_key: Buffer.alloc(1),
        counter: 0,
        transports: '[]',
        name: id,
        created_at: noon,
        last_used_at: null,
      })
      .execute()

  test('stays with whoever has a role, and goes with everybody else', async () => {
    await setUpApp()
    expect(await removeFactor(at(strong()), { kind: 'app' })).toEqual({ kind: 'removed' })
    await db.deleteFrom('try_counts').execute()
    await setUpApp()
    await withRole()
    expect(await removeFactor(at(strong()), { kind: 'app' })).toEqual({ kind: 'kept' })
    await addKey('pky_1')
    expect(await removeFactor(at(strong()), { kind: 'app' })).toEqual({ kind: 'removed' })
  })

  const bothAtOnce = async (over: Db) => {
    await withRole()
    for (const id of ['pky_1', 'pky_2']) await addKey(id)
    const remove = (id: string) => removeFactor(at(strong(), noon, over), { kind: 'passkey', id })
    await Promise.all([remove('pky_1'), remove('pky_2')])
    return (await findFactors(db, accountId)).passkeys.length
  }
  test('stays when two are removed at once', async () => expect(await bothAtOnce(db)).toBe(1))
  test('would go without the lock', async () => expect(await bothAtOnce(withoutLocks(db, 2))).toBe(0))
})
