import { createContext } from '@fachtag/core/app/context'
import { setRuntime } from '@fachtag/core/app/runtime'
import { systemActor } from '@fachtag/core/kernel/actor'
import { fixedClock } from '@fachtag/core/kernel/clock'
import { openAccount } from '@fachtag/core/modules/people/accounts/commands'
import { startSignIn } from '@fachtag/core/modules/people/accounts/sign-ins/commands'
import { loadActor } from '@fachtag/core/modules/people/accounts/sign-ins/queries'
import { hotp, stepAt } from '@fachtag/core/modules/people/accounts/totp/rules'
import { readSettings } from '@fachtag/core/platform/config/read'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../packages/core/test/database.ts'
import { answer, visit } from '../../test/visit.ts'
import { actions as ownActions, load as ownLoad } from './konto/+page.server.ts'
import { POST as end } from './konto/anmeldungen/+server.ts'
import { actions as appActions, load as appLoad } from './konto/app/+page.server.ts'
import { actions as codeActions } from './konto/notfallcodes/+page.server.ts'
import { load as keysLoad } from './konto/passkeys/+page.server.ts'
import { actions as factorActions, load as factorLoad } from './konto/zweiter-faktor/+page.server.ts'

const { db } = await testDatabase()
const noon = '2031-11-21T12:00:00Z'
const name = '__Host-fachtag_anmeldung'
const clock = fixedClock(noon)
const system = createContext(db, systemActor, clock)
setRuntime({ settings: readSettings({}) } as Parameters<typeof setRuntime>[0])
afterAll(() => setRuntime(undefined))
let accountId = ''
let cookies = new Map<string, string>()

async function signIn(): Promise<string> {
  const device = { browser: 'firefox', system: 'linux' } as const
  const start = { accountId, method: 'link', device, isStrong: false } as const
  return (await system.transaction((tx) => startSignIn(system, tx, start))).token
}

beforeEach(async () => {
  for (const table of ['accounts', 'try_counts'] as const) await db.deleteFrom(table).execute()
  accountId = await openAccount(system, { address: 'ida@stadt.de' })
  cookies = new Map([[name, await signIn()]])
})

const actorNow = (at = noon) => loadActor(db, cookies.get(name) ?? '', Temporal.Instant.from(at))

/** Asks a page, or sends it a form, in the browser that is signed in. Answers what came back, or where it leads. */
async function ask(handler: unknown, path: string, form?: Record<string, string>, at = noon) {
  const actor = (await actorNow(at)) ?? { kind: 'public' as const }
  const event = visit({ db, actor, at, cookies }, path, {}, form)
  const given = await answer((handler as (event: unknown) => unknown)(event)).catch((thrown) => thrown)
  if (given instanceof Error) throw given
  return given
}
async function codeAt(at: string): Promise<string> {
  const { secret } = await db.selectFrom('totp_secrets').select('secret').executeTakeFirstOrThrow()
  return hotp(secret, stepAt(Temporal.Instant.from(at)))
}

test('one’s own page shows the account, and takes another name', async () => {
  expect(await ask(ownLoad, '/konto')).toMatchObject({
    account: { address: 'ida@stadt.de', name: null },
    factors: { hasApp: false, passkeys: [] },
    signIns: [{ isCurrent: true }],
    isStrong: false,
    provider: null,
  })
  expect(await ask(ownActions.name, '/konto', { name: 'Ida' })).toMatchObject({ location: '/konto?geschehen=name' })
  expect(await ask(ownLoad, '/konto?geschehen=name')).toMatchObject({ account: { name: 'Ida' }, done: 'name' })
  expect(await ask(ownActions.name, '/konto', { name: '<b>' })).toMatchObject({ status: 422, data: { name: '<b>' } })
})

test('other sign-ins are ended, one or all', async () => {
  for (let n = 0; n < 3; n++) await signIn()
  const { signIns } = await ask(ownLoad, '/konto')
  const other = signIns.find((one: { isCurrent: boolean }) => !one.isCurrent)
  await ask(end, '/konto/anmeldungen', { id: other.id })
  expect((await ask(ownLoad, '/konto')).signIns).toHaveLength(3)
  await ask(end, '/konto/anmeldungen', {})
  expect((await ask(ownLoad, '/konto')).signIns).toMatchObject([{ isCurrent: true }])
})

test('signing out forgets the cookie, and the sign-in with it', async () => {
  const token = cookies.get(name)
  expect(await ask(ownActions.signOut, '/konto', {})).toMatchObject({ location: '/' })
  expect(cookies.has(name)).toBe(false)
  expect(await loadActor(db, token ?? '', Temporal.Instant.from(noon))).toBeNull()
})

test('an app is set up, makes the sign-in strong, and is asked for the next time', async () => {
  expect(await ask(appLoad, '/konto/app')).toMatchObject({ hasApp: false, key: null, picture: null })
  await ask(appActions.begin, '/konto/app', { weiter: '/organisieren' })
  const shown = await ask(appLoad, '/konto/app?weiter=/organisieren')
  expect(shown).toMatchObject({ key: expect.stringMatching(/^[A-Z2-7]{32}$/), next: '/organisieren' })
  expect(shown.picture).toMatch(/^<svg /)
  expect(await ask(appActions.confirm, '/konto/app', { code: '1' })).toMatchObject({ status: 422 })
  const before = cookies.get(name)
  const confirmed = { code: await codeAt(noon), weiter: '/organisieren' }
  expect(await ask(appActions.confirm, '/konto/app', confirmed)).toMatchObject({
    status: 303,
    location: '/organisieren',
  })
  expect(cookies.get(name)).not.toBe(before)
  expect(await actorNow()).toMatchObject({ isStrong: true })

  const later = '2031-11-21T13:00:00Z'
  cookies.set(name, await signIn())
  for (const [load, path] of [
    [keysLoad, '/konto/passkeys'],
    [appLoad, '/konto/app'],
  ] as const) {
    const sent = await ask(load, path, undefined, later)
    expect(sent).toMatchObject({ location: `/konto/zweiter-faktor?weiter=${encodeURIComponent(path)}` })
  }
  expect(await ask(factorLoad, '/konto/zweiter-faktor', undefined, later)).toMatchObject({ isStrong: false })
  const given = { code: await codeAt(later), weiter: '//evil.example' }
  expect(await ask(factorActions.code, '/konto/zweiter-faktor', { code: '000000' }, later)).toMatchObject({
    status: 422,
  })
  expect(await ask(factorActions.code, '/konto/zweiter-faktor', given, later)).toMatchObject({ location: '/konto' })
  expect(await actorNow(later)).toMatchObject({ isStrong: true })
  const kept = await ask(appActions.remove, '/konto/app', {}, later)
  expect(kept).toMatchObject({ location: '/konto/zweiter-faktor?geschehen=entfernt' })
})

test('recovery codes are answered once, with the page that shows them', async () => {
  const { codes } = await ask(codeActions.default, '/konto/notfallcodes', {})
  expect(codes).toHaveLength(10)
  expect((await ask(ownLoad, '/konto')).factors.recoveryCodes).toBe(10)
})

test('a passkey that is none is refused', async () => {
  for (const response of ['', '{}', 'x'])
    expect(await ask(factorActions.passkey, '/konto/zweiter-faktor', { response })).toMatchObject({ status: 422 })
})
