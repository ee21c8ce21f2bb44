import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { hashToken } from '../../../../kernel/tokens.ts'
import { openAccount } from '../commands.ts'
import { hasOperator } from '../queries.ts'
import { loadActor } from '../sign-ins/queries.ts'
import { createSetupLink, signInLinkFor, useSetupLink } from './commands.ts'
import { setupAddress } from './rules.ts'

const { db } = await testDatabase()

const noon = '2026-11-21T12:00:00Z'
const at = (instant: string, actor = publicActor) => createContext(db, actor, fixedClock(instant))
const system = at(noon, systemActor)
const device = { browser: 'firefox', system: 'linux' } as const
const open = (instant: string, link: { token: string }) => useSetupLink(at(instant), { token: link.token, device })

beforeEach(async () => {
  await db.deleteFrom('setup_links').execute()
  await db.deleteFrom('accounts').execute()
})

async function signedIn(token: string, instant = noon) {
  const outcome = await open(instant, { token })
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return outcome.signIn
}

describe('one-time link', () => {
  test('makes the first account, signs in, and is used up', async () => {
    expect(await hasOperator(db)).toBe(false)
    const link = await createSetupLink(system)
    expect(link.expiresAt).toBe('2026-11-22T12:00:00Z')
    const signIn = await signedIn(link.token)
    expect(await hasOperator(db)).toBe(true)
    expect(await loadActor(db, signIn.token, Temporal.Instant.from(noon))).toEqual({
      kind: 'account',
      accountId: signIn.accountId,
      personId: null,
      isStrong: true,
      grants: [{ role: 'operator', seriesId: null, editionId: null, trackId: null }],
      appearances: [],
    })
    expect(await open(noon, link)).toEqual({ kind: 'used' })
  })

  test('leads to the account that exists', async () => {
    const first = await signedIn((await createSetupLink(system)).token)
    const second = await signedIn((await createSetupLink(system)).token)
    expect(second.accountId).toBe(first.accountId)
    expect(second.token).not.toBe(first.token)
  })

  test('a new one voids the old', async () => {
    const old = await createSetupLink(system)
    await createSetupLink(system)
    expect(await open(noon, old)).toEqual({ kind: 'unknown' })
  })

  test('made ten times at once, one works', async () => {
    const links = await Promise.all(Array.from({ length: 10 }, () => createSetupLink(system)))
    const outcomes = await Promise.all(links.map((link) => open(noon, link)))
    expect(outcomes.filter((outcome) => outcome.kind === 'signed-in')).toHaveLength(1)
  })

  test('made ten times at once without waiting for each other, ten would work', async () => {
    let waiting = 0
    const { promise: allHaveVoided, resolve: go } = Promise.withResolvers<void>()
    const careless = (id: string) =>
      db.transaction().execute(async (tx) => {
        await tx.deleteFrom('setup_links').where('used_at', 'is', null).execute()
        if (++waiting === 10) go()
        await allHaveVoided
        const row = { id, token_hash: id, account_id: null, expires_at: noon, used_at: null }
        await tx.insertInto('setup_links').values(row).execute()
      })
    await Promise.all(Array.from({ length: 10 }, (_, n) => careless(`lnk_${n}`)))
    expect(await db.selectFrom('setup_links').select('id').execute()).toHaveLength(10)
  })

  test.each([
    ['2026-11-22T11:59:59Z', 'signed-in'],
    ['2026-11-22T12:00:00Z', 'expired'],
  ])('used at %s: %s', async (instant, kind) => {
    const link = await createSetupLink(system)
    expect((await open(instant, link)).kind).toBe(kind)
  })

  test('nothing that can be read in the database signs anybody in', async () => {
    const link = await createSetupLink(system)
    const stored = await db.selectFrom('setup_links').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(link.token)
    expect(await open(noon, { token: stored.token_hash })).toEqual({ kind: 'unknown' })
  })

  test('one for a certain account signs in its owner, and leaves those for others alone', async () => {
    const accountId = await openAccount(system, { name: 'Probe' })
    const links = [await signInLinkFor(system, accountId), await signInLinkFor(system, accountId)]
    await createSetupLink(system)
    for (const link of links) expect((await signedIn(link.token)).accountId).toBe(accountId)
    expect(await db.selectFrom('role_grants').select('id').execute()).toEqual([])
  })

  test('only the machine itself makes one', async () => {
    await expect(createSetupLink(at(noon))).rejects.toMatchObject({ code: 'access.denied' })
    await expect(signInLinkFor(at(noon), 'acc_x')).rejects.toMatchObject({ code: 'access.denied' })
  })

  test('ten at once: one gets in', async () => {
    const link = await createSetupLink(system)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => open(noon, link)))
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['signed-in', ...Array(9).fill('used')])
    expect(await db.selectFrom('sign_ins').select('id').execute()).toHaveLength(1)
    expect(await db.selectFrom('accounts').select('id').execute()).toHaveLength(1)
  })

  test('the same race lets ten in when the condition is checked before the mark is made', async () => {
    const token_hash = hashToken((await createSetupLink(system)).token)
    let waiting = 0
    const { promise: allHaveLooked, resolve: go } = Promise.withResolvers<void>()
    const careless = () =>
      db.transaction().execute(async (tx) => {
        const link = await tx
          .selectFrom('setup_links')
          .selectAll()
          .where('token_hash', '=', token_hash)
          .executeTakeFirst()
        if (++waiting === 10) go()
        await allHaveLooked
        if (!link || link.used_at) return 'used'
        await tx.updateTable('setup_links').set({ used_at: noon }).where('id', '=', link.id).execute()
        return 'signed-in'
      })
    const outcomes = await Promise.all(Array.from({ length: 10 }, careless))
    expect(outcomes).toEqual(Array(10).fill('signed-in'))
  })
})

test('the address of a link', () => {
  expect(setupAddress('https://fachtag.example.org', 'abc')).toBe('https://fachtag.example.org/einrichten?link=abc')
})
