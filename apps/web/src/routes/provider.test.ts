import { createContext } from '@fachtag/core/app/context'
import { setRuntime } from '@fachtag/core/app/runtime'
import { publicActor, systemActor } from '@fachtag/core/kernel/actor'
import { fixedClock } from '@fachtag/core/kernel/clock'
import { openAccount } from '@fachtag/core/modules/people/accounts/commands'
import { startSignIn } from '@fachtag/core/modules/people/accounts/sign-ins/commands'
import { loadActor } from '@fachtag/core/modules/people/accounts/sign-ins/queries'
import { readSettings } from '@fachtag/core/platform/config/read'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../packages/core/test/database.ts'
import { testProvider } from '../../../../packages/core/test/identity-provider.ts'
import { answer, origin, visit } from '../../test/visit.ts'
import { GET as begin } from './anmelden/anbieter/+server.ts'
import { GET as comeBack } from './anmelden/anbieter/zurueck/+server.ts'

const { db } = await testDatabase()
// The clock of the provider is that of the machine.
const now = Temporal.Now.instant().toString()
const real = await testProvider(`${origin}/anmelden/anbieter/zurueck`)
const settings = readSettings({
  OIDC_ISSUER: real.settings.issuer,
  OIDC_CLIENT_ID: real.settings.clientId,
  OIDC_CLIENT_SECRET: real.settings.clientSecret,
  OIDC_ROLE_CLAIM: 'groups',
  OIDC_ROLES: 'admins=operator',
})
setRuntime({ settings } as Parameters<typeof setRuntime>[0])
afterAll(() => setRuntime(undefined))
const cookieName = '__Host-fachtag_anmeldung'

beforeEach(async () => {
  for (const table of ['accounts', 'oidc_attempts', 'try_counts'] as const) await db.deleteFrom(table).execute()
  real.people.clear()
  real.people.set('ida', { groups: ['admins'] })
})

type Jar = Map<string, string>

/** Asks a page in a browser that keeps cookies; where it is sent. */
async function go(handler: unknown, path: string, cookies: Jar): Promise<string> {
  const event = visit({ db, at: now, cookies }, path)
  const thrown = await answer((handler as (event: unknown) => unknown)(event)).catch((redirect) => redirect)
  if (thrown instanceof Error) throw thrown
  if (!thrown.location) throw new Error(`answered ${thrown.status}`)
  return thrown.location
}

async function walk(cookies: Jar, query = ''): Promise<string> {
  const there = await go(begin, `/anmelden/anbieter${query}`, cookies)
  expect(there).toContain(real.settings.issuer)
  const back = await real.signIn('ida', there)
  return back.pathname + back.search
}
const actorIn = (cookies: Jar) => loadActor(db, cookies.get(cookieName) ?? '', Temporal.Instant.from(now))

describe('signing in through the house', () => {
  test('leads where one was going, with the roles that the house says, and without them when it does not any more', async () => {
    const cookies: Jar = new Map()
    const back = await walk(cookies, '?weiter=/organisieren/konten')
    expect(await go(comeBack, back, cookies)).toBe('/organisieren/konten')
    expect(await actorIn(cookies)).toMatchObject({ isStrong: true, grants: [{ role: 'operator' }] })
    real.people.set('ida', { groups: [] })
    expect(await go(comeBack, await walk(cookies), cookies)).toBe('/konto')
    expect(await actorIn(cookies)).toMatchObject({ isStrong: true, grants: [] })
  })

  test('does not lead to another site', async () => {
    const cookies: Jar = new Map()
    expect(await go(comeBack, await walk(cookies, '?weiter=//evil.example'), cookies)).toBe('/organisieren')
  })

  test('is refused twice, in another browser, and with a state that nobody was given', async () => {
    const [cookies, other]: Jar[] = [new Map(), new Map()]
    const back = await walk(cookies!)
    expect(await go(comeBack, back, other!)).toBe('/anmelden?abgelehnt=provider')
    expect(await go(comeBack, back.replace(/state=[^&]*/, 'state=x'), cookies!)).toBe('/anmelden?abgelehnt=provider')
    expect(await go(comeBack, back, cookies!)).toBe('/organisieren')
    expect(await go(comeBack, back, cookies!)).toBe('/anmelden?abgelehnt=provider')
    expect(other!.has(cookieName)).toBe(false)
  })

  test('is refused with what another issuer says', async () => {
    const cookies: Jar = new Map()
    const back = (await walk(cookies)).replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example')
    expect(await go(comeBack, back, cookies)).toBe('/anmelden?abgelehnt=provider')
    expect(cookies.has(cookieName)).toBe(false)
  })

  test('is refused to a disabled account', async () => {
    const cookies: Jar = new Map()
    await go(comeBack, await walk(cookies), cookies)
    await db.updateTable('accounts').set({ disabled_at: now }).execute()
    expect(await go(comeBack, await walk(cookies), cookies)).toBe('/anmelden?abgelehnt=disabled')
  })
})

describe('connecting the house with an account', () => {
  async function signedIn(): Promise<{ cookies: Jar; accountId: string }> {
    const clock = fixedClock(now)
    const accountId = await openAccount(createContext(db, systemActor, clock), {})
    const ctx = createContext(db, publicActor, clock)
    const device = { browser: 'firefox', system: 'linux' } as const
    const start = { accountId, method: 'link', device, isStrong: true } as const
    const { token } = await ctx.transaction((tx) => startSignIn(ctx, tx, start))
    return { cookies: new Map([[cookieName, token]]), accountId }
  }

  test('leads to that account from then on', async () => {
    const { cookies, accountId } = await signedIn()
    expect(await go(comeBack, await walk(cookies, '?verbinden'), cookies)).toBe('/konto?geschehen=verbunden')
    const elsewhere: Jar = new Map()
    await go(comeBack, await walk(elsewhere), elsewhere)
    expect(await actorIn(elsewhere)).toMatchObject({ accountId })
  })

  test('is refused when one has signed out meanwhile', async () => {
    const { cookies } = await signedIn()
    const back = await walk(cookies, '?verbinden')
    cookies.delete(cookieName)
    expect(await go(comeBack, back, cookies)).toBe('/anmelden?abgelehnt=provider')
    expect(await db.selectFrom('account_identities').selectAll().execute()).toEqual([])
  })
})

test('without settings there is no such way in', async () => {
  setRuntime({ settings: readSettings({}) } as Parameters<typeof setRuntime>[0])
  await expect(go(begin, '/anmelden/anbieter', new Map())).rejects.toThrow('404')
  setRuntime({ settings } as Parameters<typeof setRuntime>[0])
})
