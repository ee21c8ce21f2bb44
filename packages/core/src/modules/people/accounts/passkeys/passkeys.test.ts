import { beforeEach, describe, expect, test } from 'vitest'
import { accountWith } from '../../../../../test/actors.ts'
import { type Manner, newAuthenticator } from '../../../../../test/authenticator.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { type Actor, publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { newToken } from '../../../../kernel/tokens.ts'
import { openAccount } from '../commands.ts'
import { askForPasskey, givePasskey, usePasskey } from '../credentials/commands.ts'
import { removeFactor } from '../factors/commands.ts'
import { findFactors } from '../factors/queries.ts'
import { startSignIn } from '../sign-ins/commands.ts'
import { loadActor } from '../sign-ins/queries.ts'
import { addPasskey, beginPasskey, renamePasskey } from './commands.ts'
import { authenticationResponse, registrationResponse } from './schema.ts'

const { db } = await testDatabase()
const noon = '2031-11-21T12:00:00Z'
const at = (actor: Actor = publicActor, instant = noon) => createContext(db, actor, fixedClock(instant))
const site = { origin: 'https://fachtag.example', name: 'Fachtag' }
const { origin } = site
const from = { network: '192.0.2.1', device: { browser: 'firefox', system: 'linux' } } as const
let accountId = ''

beforeEach(async () => {
  for (const table of ['accounts', 'passkey_challenges', 'try_counts'] as const) await db.deleteFrom(table).execute()
  accountId = await openAccount(at(systemActor), { address: 'ida@stadt.de' })
})

const actor = (isStrong: boolean, id = accountId): Actor => ({ ...accountWith([], id), isStrong })

async function weakSignIn(id = accountId): Promise<string> {
  const ctx = at()
  const start = { accountId: id, method: 'link', device: from.device, isStrong: false } as const
  return (await ctx.transaction((tx) => startSignIn(ctx, tx, start))).token
}

/** Makes a passkey for the account in a browser of its own. */
async function register(manner: Manner = {}, key = newAuthenticator(origin), id = accountId) {
  const [browserToken, token] = [newToken(), await weakSignIn(id)]
  const options = await beginPasskey(at(actor(true, id)), { site, browserToken })
  const response = registrationResponse.parse(key.create(options, manner))
  const made = { site, browserToken, token, response, name: 'Laptop' }
  return { key, options, made, outcome: await addPasskey(at(actor(true, id)), made) }
}

async function signIn(key: ReturnType<typeof newAuthenticator>, manner: Manner = {}, browser = newToken()) {
  const options = await askForPasskey(at(), { origin, browserToken: browser })
  const response = authenticationResponse.parse(key.get(options, manner))
  const proof = { origin, browserToken: browser, response, ...from }
  return { proof, outcome: await usePasskey(at(), proof) }
}

describe('making a passkey', () => {
  test('asks for one that finds itself and asks its owner', async () => {
    const { options } = await register()
    expect(options).toMatchObject({
      rp: { id: 'fachtag.example', name: 'Fachtag' },
      user: { name: 'ida@stadt.de' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    })
    expect(Buffer.from(options.user.id, 'base64url').toString()).toBe(accountId)
  })

  test('makes the sign-in strong, under a new token', async () => {
    const { outcome, made } = await register()
    if (outcome.kind !== 'given') throw new Error(outcome.kind)
    const now = at().now()
    expect(await loadActor(db, outcome.signIn.token, now)).toMatchObject({ accountId, isStrong: true })
    expect(await loadActor(db, made.token, now)).toBeNull()
    expect((await findFactors(db, accountId)).passkeys).toMatchObject([{ name: 'Laptop', lastUsedAt: null }])
  })

  test.each<[string, Manner]>([
    ['another site', { origin: 'https://evil.example' }],
    ['another host', { rpId: 'evil.example' }],
    ['another question', { challenge: 'bm90LWFza2Vk' }],
    ['a device that did not ask its owner', { isVerified: false }],
  ])('is refused from %s', async (_, manner) => {
    expect((await register(manner)).outcome).toEqual({ kind: 'wrong' })
    expect((await findFactors(db, accountId)).passkeys).toEqual([])
  })

  test('is refused twice with the same answer, in another browser, and too late', async () => {
    const { made } = await register()
    expect(await addPasskey(at(actor(true)), made)).toEqual({ kind: 'wrong' })
    const [browserToken, token, key] = [newToken(), await weakSignIn(), newAuthenticator(origin)]
    const options = await beginPasskey(at(actor(true)), { site, browserToken })
    const answer = { ...made, token, response: registrationResponse.parse(key.create(options)) }
    expect(await addPasskey(at(actor(true)), { ...answer, browserToken: newToken() })).toEqual({ kind: 'wrong' })
    const late = at(actor(true), '2031-11-21T12:05:00Z')
    expect(await addPasskey(late, { ...answer, browserToken })).toEqual({ kind: 'wrong' })
  })

  test('is refused when the device has it for another account already', async () => {
    const { key } = await register()
    const other = await openAccount(at(systemActor), {})
    expect((await register({}, key, other)).outcome).toEqual({ kind: 'wrong' })
  })

  test('needs the second factor once there is one', async () => {
    await register()
    const begin = beginPasskey(at(actor(false)), { site, browserToken: newToken() })
    await expect(begin).rejects.toMatchObject({ code: 'factor.strong_needed' })
    await expect(removeFactor(at(actor(false)), { kind: 'app' })).rejects.toMatchObject({
      code: 'factor.strong_needed',
    })
  })
})

describe('signing in with a passkey', () => {
  test('needs no address and counts as both factors', async () => {
    const { key } = await register()
    const { outcome } = await signIn(key)
    expect(outcome).toMatchObject({ kind: 'given', signIn: { accountId, isStrong: true } })
    expect((await findFactors(db, accountId)).passkeys[0]?.lastUsedAt).toBe('2031-11-21T12:00:00.000Z')
  })

  test.each<[string, Manner]>([
    ['for another site', { origin: 'https://evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['to another question', { challenge: 'bm90LWFza2Vk' }],
    ['without asking the owner', { isVerified: false }],
  ])('is refused %s', async (_, manner) => {
    const { key } = await register()
    expect((await signIn(key, manner)).outcome).toEqual({ kind: 'wrong' })
  })

  test('is refused twice with the same answer, however many try at once', async () => {
    const { key } = await register()
    const browserToken = newToken()
    const options = await askForPasskey(at(), { origin, browserToken })
    const response = authenticationResponse.parse(key.get(options))
    const proof = { origin, browserToken, response, ...from }
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => usePasskey(at(), proof)))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['given', ...Array(9).fill('wrong')])
  })

  test('is refused in a browser that was not asked', async () => {
    const { key } = await register()
    const options = await askForPasskey(at(), { origin, browserToken: newToken() })
    const response = authenticationResponse.parse(key.get(options))
    expect(await usePasskey(at(), { origin, browserToken: newToken(), response, ...from })).toEqual({ kind: 'wrong' })
  })

  test('is refused from a copy, whose counter goes back', async () => {
    const { key } = await register()
    await signIn(key)
    key.rewind()
    expect((await signIn(key)).outcome).toEqual({ kind: 'wrong' })
  })

  test('is refused for unknown passkeys and disabled accounts', async () => {
    const { key } = await register()
    expect((await signIn(newAuthenticator(origin))).outcome).toEqual({ kind: 'wrong' })
    await db.updateTable('accounts').set({ disabled_at: noon }).execute()
    expect((await signIn(key)).outcome).toEqual({ kind: 'wrong' })
  })
})

describe('a passkey as second factor', () => {
  test('counts for its owner and for nobody else', async () => {
    const { key } = await register()
    const other = await openAccount(at(systemActor), {})
    for (const [id, kind] of [
      [other, 'wrong'],
      [accountId, 'given'],
    ] as const) {
      const [browserToken, token] = [newToken(), await weakSignIn(id)]
      const options = await askForPasskey(at(), { origin, browserToken })
      const response = authenticationResponse.parse(key.get(options))
      const outcome = await givePasskey(at(actor(false, id)), { origin, browserToken, token, response })
      expect(outcome.kind).toBe(kind)
    }
  })

  test('is renamed and removed by its owner alone', async () => {
    await register()
    const [{ id } = { id: '' }] = (await findFactors(db, accountId)).passkeys
    const other = await openAccount(at(systemActor), {})
    await renamePasskey(at(actor(true, other)), { id, name: 'Meiner' })
    expect(await removeFactor(at(actor(true, other)), { kind: 'passkey', id })).toEqual({ kind: 'removed' })
    expect((await findFactors(db, accountId)).passkeys).toMatchObject([{ name: 'Laptop' }])
    await renamePasskey(at(actor(true)), { id, name: 'Telefon' })
    expect((await findFactors(db, accountId)).passkeys).toMatchObject([{ name: 'Telefon' }])
    expect(await removeFactor(at(actor(true)), { kind: 'passkey', id })).toEqual({ kind: 'removed' })
    expect((await findFactors(db, accountId)).passkeys).toEqual([])
  })
})

test.each([
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '{"id":"a"}',
  '{"id":"a b","rawId":"a","type":"public-key","response":{}}',
  'x'.repeat(70_000),
])('what no browser would send is refused: %j', (text) => {
  expect(registrationResponse.safeParse(text).success).toBe(false)
  expect(authenticationResponse.safeParse(text).success).toBe(false)
})
