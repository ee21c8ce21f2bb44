import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition } from '../../../../../test/programme.ts'
import { createContext } from '../../../../app/context.ts'
import { type Actor, publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { newToken } from '../../../../kernel/tokens.ts'
import type { Identity } from '../../../../platform/oidc/provider.ts'
import { readRoleMapping } from '../../../../platform/oidc/role-mapping.ts'
import { listGrantsOf } from '../../roles/queries.ts'
import { openAccount } from '../commands.ts'
import { startSignIn } from '../sign-ins/commands.ts'
import { findSignIn, loadActor } from '../sign-ins/queries.ts'
import { beginAttempt, connectIdentity, signInIdentified, takeAttempt } from './commands.ts'

const { db } = await testDatabase()
const noon = '2031-11-21T12:00:00Z'
const at = (instant = noon, actor: Actor = publicActor) => createContext(db, actor, fixedClock(instant))
const device = { browser: 'firefox', system: 'linux' } as const
const edition = await addEdition(db, 'tagung')
const { series, slug } = await db
  .selectFrom('editions')
  .innerJoin('series', 'series.id', 'editions.series_id')
  .select(['series.slug as series', 'editions.slug'])
  .where('editions.id', '=', edition.id)
  .executeTakeFirstOrThrow()
const mapping = readRoleMapping(
  `admins=operator,it=series-organiser:${series},kasse=finance:${series}/${slug},weg=finance:${series}/1999`,
)!

const ida: Identity = { issuer: 'https://login.stadt.de', subject: '1', name: 'Ida', address: null, roles: [] }
const signIn = (identity: Partial<Identity> = {}) =>
  signInIdentified(at(), { identity: { ...ida, ...identity }, device, mapping })

async function accountOf(identity: Partial<Identity> = {}): Promise<string> {
  const outcome = await signIn(identity)
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return outcome.signIn.accountId
}

beforeEach(async () => {
  for (const table of ['accounts', 'oidc_attempts'] as const) await db.deleteFrom(table).execute()
})

describe('who the provider sends', () => {
  test('is one account for ever, whatever else is said about them', async () => {
    const first = await accountOf()
    expect(await accountOf({ name: 'Ida Öhm', address: 'ida@stadt.de' })).toBe(first)
    expect(await accountOf({ subject: '2' })).not.toBe(first)
    expect(await accountOf({ issuer: 'https://login.kreis.de' })).not.toBe(first)
  })

  test('is signed in with both factors', async () => {
    const outcome = await signIn()
    if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
    expect(await loadActor(db, outcome.signIn.token, at().now())).toMatchObject({ isStrong: true })
  })

  test('is not led to somebody’s account by an address, verified or not', async () => {
    const owner = await openAccount(at(noon, systemActor), { address: 'ida@stadt.de' })
    expect(await accountOf({ address: 'ida@stadt.de' })).not.toBe(owner)
    const addresses = await db.selectFrom('account_addresses').selectAll().execute()
    expect(addresses).toMatchObject([{ account_id: owner, address: 'ida@stadt.de' }])
  })

  test('brings a verified address along that nobody has', async () => {
    const account_id = await accountOf({ address: 'Ida@Stadt.de' })
    expect(await db.selectFrom('account_addresses').selectAll().execute()).toMatchObject([
      { account_id, address: 'Ida@stadt.de', folded: 'ida@stadt.de' },
    ])
  })

  test('stays outside when the account is disabled', async () => {
    await accountOf()
    await db.updateTable('accounts').set({ disabled_at: noon }).execute()
    expect(await signIn({ roles: ['admins'] })).toEqual({ kind: 'disabled' })
    expect(await db.selectFrom('role_grants').select('id').execute()).toEqual([])
  })
})

describe('roles from the provider', () => {
  const rolesOf = async (id: string) =>
    (await listGrantsOf(db, id)).map(({ role, origin }) => `${role} ${origin}`).sort()

  test('are given and withdrawn with each sign-in', async () => {
    const id = await accountOf({ roles: ['it', 'kasse', 'unbekannt'] })
    expect(await rolesOf(id)).toEqual(['finance oidc', 'series-organiser oidc'])
    await accountOf({ roles: ['kasse', 'admins'] })
    expect(await rolesOf(id)).toEqual(['finance oidc', 'operator oidc'])
    await accountOf({ roles: [] })
    expect(await rolesOf(id)).toEqual([])
  })

  test('stay the same rows while they are said again', async () => {
    const id = await accountOf({ roles: ['it'] })
    const before = await listGrantsOf(db, id)
    await accountOf({ roles: ['it', 'it'] })
    expect(await listGrantsOf(db, id)).toEqual(before)
  })

  test('leave alone what organisers have given', async () => {
    const id = await accountOf({ roles: ['it'] })
    const given = { account_id: id, role: 'series-organiser', series_id: edition.seriesId, edition_id: null } as const
    const rest = { id: 'rol_x', track_id: null, granted_by: null, granted_at: noon }
    await db
      .insertInto('role_grants')
      .values({ ...given, ...rest })
      .execute()
    await accountOf({ roles: [] })
    expect(await rolesOf(id)).toEqual(['series-organiser granted'])
  })

  test.each(['weg', 'IT', 'it ', 'admins,it', ''])('are not given for %j', async (value) => {
    expect(await rolesOf(await accountOf({ roles: [value] }))).toEqual([])
  })
})

describe('an attempt', () => {
  const attempt = { state: 'state-1', nonce: 'n', verifier: 'v', next: '/konto', signInId: null }

  test('is taken once, by the browser that began it', async () => {
    const browserToken = newToken()
    await beginAttempt(at(), { ...attempt, browserToken })
    expect(await takeAttempt(at(), { state: 'state-1', browserToken: newToken() })).toBeNull()
    expect(await takeAttempt(at(), { state: 'state-2', browserToken })).toBeNull()
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => takeAttempt(at(), { state: 'state-1', browserToken })),
    )
    expect(taken.filter((one) => one !== null)).toEqual([{ nonce: 'n', verifier: 'v', next: '/konto', signInId: null }])
  })

  test('is over after ten minutes', async () => {
    const browserToken = newToken()
    await beginAttempt(at(), { ...attempt, browserToken })
    expect(await takeAttempt(at('2031-11-21T12:10:00Z'), { state: 'state-1', browserToken })).toBeNull()
  })
})

describe('connecting the provider with an account', () => {
  async function signedIn() {
    const accountId = await openAccount(at(noon, systemActor), {})
    const ctx = at()
    const start = { accountId, method: 'link', device, isStrong: true } as const
    const { token } = await ctx.transaction((tx) => startSignIn(ctx, tx, start))
    return { accountId, token, signInId: (await findSignIn(db, token, ctx.now()))!.id }
  }

  test('leads there from then on', async () => {
    const { accountId, token, signInId } = await signedIn()
    expect(await connectIdentity(at(), { identity: ida, token, signInId })).toEqual({ kind: 'connected' })
    expect(await accountOf()).toBe(accountId)
  })

  test('is refused to who has signed out meanwhile, or is somebody else by now', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    for (const token of ['', newToken(), other.token]) {
      const outcome = await connectIdentity(at(), { identity: ida, token, signInId: one.signInId })
      expect(outcome).toEqual({ kind: 'signed-out' })
    }
    await db.deleteFrom('sign_ins').execute()
    const outcome = await connectIdentity(at(), { identity: ida, token: one.token, signInId: one.signInId })
    expect(outcome).toEqual({ kind: 'signed-out' })
  })

  test('does not take an identity away from another account', async () => {
    const owner = await accountOf()
    const { token, signInId } = await signedIn()
    expect(await connectIdentity(at(), { identity: ida, token, signInId })).toEqual({ kind: 'taken' })
    expect(await accountOf()).toBe(owner)
  })
})
