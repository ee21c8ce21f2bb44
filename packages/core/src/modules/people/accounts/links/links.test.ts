import { beforeEach, describe, expect, test } from 'vitest'
import { askedJobs } from '../../../../../test/asked-jobs.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { type Actor, publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { hashToken, newToken } from '../../../../kernel/tokens.ts'
import { openAccount } from '../commands.ts'
import { askForLink } from '../requests/commands.ts'
import { loadActor } from '../sign-ins/queries.ts'
import type { Device } from '../sign-ins/types.ts'
import { useCode, useLink } from './commands.ts'
import { writeSignInMail } from './jobs.ts'
import { findLink, findOpenRequest } from './queries.ts'
import { codeTries } from './rules.ts'

const { db } = await testDatabase()
const noon = '2031-11-21T12:00:00Z'
const jobs = askedJobs()
const at = (instant: string, actor: Actor = publicActor) => createContext(db, actor, fixedClock(instant), jobs.enqueue)
const device: Device = { browser: 'firefox', system: 'linux' }
const phone = { network: '192.0.2.7', device: { browser: 'safari', system: 'ios' } } as const
let accountId = ''

beforeEach(async () => {
  for (const table of ['mails', 'accounts', 'sign_in_requests', 'try_counts'] as const)
    await db.deleteFrom(table).execute()
  accountId = await openAccount(at(noon, systemActor), { address: 'Ida.Oehm@Stadt.de' })
})

/** Asks for a mail and answers what stands in it, if one was written. */
async function ask(address = 'ida.oehm@stadt.de', browserToken = newToken(), instant = noon) {
  const asked = { address, browserToken, next: '/konto', locale: 'de' } as const
  const outcome = await askForLink(at(instant), { ...asked, network: '192.0.2.1', device })
  await jobs.run(writeSignInMail, at(instant, systemActor))
  const mail = await db.selectFrom('mails').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
  const token = /\?link=([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? ''
  const code = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(mail?.body ?? '')?.[0].replace('-', '') ?? ''
  return { outcome, mail, token, code, browserToken }
}
const signIns = () => db.selectFrom('sign_ins').selectAll().execute()

describe('asking for a link', () => {
  test('writes to the address as it is known, with a link and a code', async () => {
    const { outcome, mail, token, code } = await ask()
    expect(outcome).toEqual({ kind: 'asked' })
    expect(mail).toMatchObject({
      address: 'Ida.Oehm@stadt.de',
      template: 'account.sign_in',
      is_secret: true,
      state: 'queued',
    })
    expect(mail?.send_before).toBe('2031-11-21T12:10:00.000Z')
    expect([token.length, code.length]).toEqual([43, 8])
  })

  test('writes nothing where the address is nobody’s, or the account is disabled', async () => {
    expect((await ask('niemand@stadt.de')).mail).toBeUndefined()
    await db.updateTable('accounts').set({ disabled_at: noon }).execute()
    expect((await ask()).mail).toBeUndefined()
  })

  test('twice by the queue writes once', async () => {
    const { browserToken } = await ask()
    const { id } = await db.selectFrom('sign_in_requests').select('id').executeTakeFirstOrThrow()
    await writeSignInMail.run(at(noon, systemActor), { requestId: id })
    expect(await db.selectFrom('mails').select('id').execute()).toHaveLength(1)
    expect(await findOpenRequest(db, { browserToken, now: at(noon).now() })).toMatchObject({
      address: 'ida.oehm@stadt.de',
    })
  })

  test('keeps nothing that signs in who reads the database', async () => {
    const { token, code, browserToken } = await ask()
    const stored = JSON.stringify(await db.selectFrom('sign_in_requests').selectAll().execute())
    for (const secret of [token, code, browserToken]) expect(stored).not.toContain(secret)
  })
})

describe('the link', () => {
  test('signs in, without a second factor, and leads on', async () => {
    const { token } = await ask()
    const outcome = await useLink(at(noon), { token, ...phone })
    expect(outcome).toMatchObject({ kind: 'signed-in', next: '/konto', signIn: { accountId, isStrong: false } })
    const signedIn = outcome.kind === 'signed-in' ? outcome.signIn.token : ''
    expect(await loadActor(db, signedIn, at(noon).now())).toMatchObject({ accountId, isStrong: false })
    expect(await signIns()).toMatchObject([{ method: 'link', browser: 'safari', system: 'ios' }])
    expect(await useLink(at(noon), { token, ...phone })).toEqual({ kind: 'used' })
  })

  test('is not used up by being opened, however often and by whom', async () => {
    const { token, browserToken } = await ask()
    const now = at(noon).now()
    for (const asker of [browserToken, undefined, newToken(), undefined, undefined]) {
      expect(await findLink(db, { token, browserToken: asker, now })).toMatchObject({
        kind: 'open',
        address: 'Ida.Oehm@Stadt.de',
        isHere: asker === browserToken,
        device,
      })
    }
    expect((await useLink(at(noon), { token, ...phone })).kind).toBe('signed-in')
    expect(await findLink(db, { token, browserToken, now })).toEqual({ kind: 'used' })
  })

  test.each([
    ['2031-11-21T12:09:59Z', 'signed-in', 'open'],
    ['2031-11-21T12:10:00Z', 'expired', 'expired'],
  ])('at %s: %s', async (instant, used, opened) => {
    const { token, browserToken } = await ask()
    expect((await findLink(db, { token, browserToken, now: at(instant).now() })).kind).toBe(opened)
    expect((await useLink(at(instant), { token, ...phone })).kind).toBe(used)
  })

  test('is worth nothing after the address has changed', async () => {
    const { token, code, browserToken } = await ask()
    await db.updateTable('account_addresses').set({ folded: 'ida@kreis.de', address: 'ida@kreis.de' }).execute()
    expect(await useLink(at(noon), { token, ...phone })).toEqual({ kind: 'expired' })
    expect(await useCode(at(noon), { code, browserToken, ...phone })).toEqual({ kind: 'wrong' })
    expect(await findLink(db, { token, browserToken, now: at(noon).now() })).toEqual({ kind: 'expired' })
  })

  test('is worth nothing once the account is disabled', async () => {
    const { token } = await ask()
    await db.updateTable('accounts').set({ disabled_at: noon }).execute()
    expect(await useLink(at(noon), { token, ...phone })).toEqual({ kind: 'expired' })
  })

  test.each(['a'.repeat(43), ''])('of which nobody knows: %j', async (token) => {
    await ask()
    expect(await useLink(at(noon), { token, ...phone })).toEqual({ kind: 'unknown' })
    expect((await findLink(db, { token, browserToken: undefined, now: at(noon).now() })).kind).toBe('unknown')
  })

  test('twenty at once: exactly one gets in', async () => {
    const { token } = await ask()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => useLink(at(noon), { token, ...phone })))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['signed-in', ...Array(19).fill('used')])
    expect(await signIns()).toHaveLength(1)
  })

  test('the same race lets all in when the condition is checked before the mark is made', async () => {
    const { token } = await ask()
    let waiting = 0
    const { promise: allHaveLooked, resolve: go } = Promise.withResolvers<void>()
    const careless = () =>
      db.transaction().execute(async (tx) => {
        const requests = tx.selectFrom('sign_in_requests').selectAll().where('token_hash', '=', hashToken(token))
        const request = await requests.executeTakeFirstOrThrow()
        if (++waiting === 8) go()
        await allHaveLooked
        if (request.used_at) return 'used'
        await tx.updateTable('sign_in_requests').set({ used_at: noon }).where('id', '=', request.id).execute()
        return 'signed-in'
      })
    expect(await Promise.all(Array.from({ length: 8 }, careless))).toEqual(Array(8).fill('signed-in'))
  })
})

describe('the code', () => {
  test('signs in the browser that asked, and uses the link up', async () => {
    const { code, token, browserToken } = await ask()
    expect(await useCode(at(noon), { code, browserToken, ...phone })).toMatchObject({
      kind: 'signed-in',
      signIn: { accountId, isStrong: false },
      next: '/konto',
    })
    expect(await signIns()).toMatchObject([{ method: 'code' }])
    expect(await useLink(at(noon), { token, ...phone })).toEqual({ kind: 'used' })
  })

  test('is worth nothing in another browser', async () => {
    const { code } = await ask()
    const other = await ask('niemand@stadt.de')
    for (const browserToken of [newToken(), other.browserToken, '']) {
      expect(await useCode(at(noon), { code, browserToken, ...phone })).toEqual({ kind: 'wrong' })
    }
  })

  test('of any mail that this browser asked for will do', async () => {
    const browserToken = newToken()
    const first = await ask('ida.oehm@stadt.de', browserToken)
    await ask('ida.oehm@stadt.de', browserToken)
    expect((await useCode(at(noon), { code: first.code, browserToken, ...phone })).kind).toBe('signed-in')
  })

  test('can be guessed five times, and then not even told', async () => {
    const { code, browserToken } = await ask()
    for (let n = 0; n < codeTries; n++) {
      expect(await useCode(at(noon), { code: 'ZZZZZZZZ', browserToken, ...phone })).toEqual({ kind: 'wrong' })
    }
    expect(await useCode(at(noon), { code, browserToken, ...phone })).toEqual({ kind: 'wrong' })
  })

  test('can be guessed five times even by forty at once', async () => {
    const { code, browserToken } = await ask()
    const guesses = Array.from({ length: 40 }, (_, n) => (n === 39 ? code : `ZZZZZZ${10 + n}`))
    await Promise.all(guesses.map((guess) => useCode(at(noon), { code: guess, browserToken, ...phone })))
    const { tries } = await db.selectFrom('sign_in_requests').select('tries').executeTakeFirstOrThrow()
    expect(tries).toBe(codeTries)
  })

  test('is over after ten minutes', async () => {
    const { code, browserToken } = await ask()
    expect(await useCode(at('2031-11-21T12:10:00Z'), { code, browserToken, ...phone })).toEqual({ kind: 'wrong' })
  })
})
