import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor, systemActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import { hashToken, newToken } from '../../../kernel/tokens.ts'
import { createSetupLink, forgetExpired, signOut, useSetupLink } from './commands.ts'
import { findSignIn, hasAccount } from './queries.ts'
import { setupAddress } from './rules.ts'
import { tokenSchema } from './schema.ts'

const { db } = await testDatabase()

const noon = '2026-11-21T12:00:00Z'
const at = (instant: string, actor = publicActor) => createContext(db, actor, fixedClock(instant))
const system = at(noon, systemActor)

beforeEach(async () => {
  await db.deleteFrom('setup_links').execute()
  await db.deleteFrom('sign_ins').execute()
  await db.deleteFrom('accounts').execute()
})

async function signedIn(token: string, instant = noon) {
  const outcome = await useSetupLink(at(instant), { token })
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return outcome.signIn
}

describe('one-time link', () => {
  test('makes the first account, signs in, and is used up', async () => {
    expect(await hasAccount(db)).toBe(false)
    const link = await createSetupLink(system)
    expect(link.expiresAt).toBe('2026-11-22T12:00:00Z')
    const signIn = await signedIn(link.token)
    expect(await hasAccount(db)).toBe(true)
    expect(await findSignIn(db, signIn.token, Temporal.Instant.from(noon))).toMatchObject({
      accountId: signIn.accountId,
    })
    expect(await useSetupLink(at(noon), link)).toEqual({ kind: 'used' })
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
    expect(await useSetupLink(at(noon), old)).toEqual({ kind: 'unknown' })
  })

  test('made ten times at once, one works', async () => {
    const links = await Promise.all(Array.from({ length: 10 }, () => createSetupLink(system)))
    const outcomes = await Promise.all(links.map((link) => useSetupLink(at(noon), link)))
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
    expect((await useSetupLink(at(instant), link)).kind).toBe(kind)
  })

  test('nothing that can be read in the database signs anybody in', async () => {
    const link = await createSetupLink(system)
    const stored = await db.selectFrom('setup_links').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(stored)).not.toContain(link.token)
    expect(await useSetupLink(at(noon), { token: stored.token_hash })).toEqual({ kind: 'unknown' })
  })

  test('only the machine itself makes one', async () => {
    await expect(createSetupLink(at(noon))).rejects.toMatchObject({ code: 'access.denied' })
  })

  test('ten at once: one gets in', async () => {
    const link = await createSetupLink(system)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => useSetupLink(at(noon), link)))
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

describe('sign-in', () => {
  test.each([
    ['2026-12-21T11:59:59Z', true],
    ['2026-12-21T12:00:00Z', false],
  ])('holds for 30 days: at %s %s', async (instant, holds) => {
    const signIn = await signedIn((await createSetupLink(system)).token)
    expect((await findSignIn(db, signIn.token, Temporal.Instant.from(instant))) !== null).toBe(holds)
  })

  test('ends with signing out, and with the account', async () => {
    const one = await signedIn((await createSetupLink(system)).token)
    const other = await signedIn((await createSetupLink(system)).token)
    await signOut(at(noon), one)
    expect(await findSignIn(db, one.token, Temporal.Instant.from(noon))).toBeNull()
    expect(await findSignIn(db, other.token, Temporal.Instant.from(noon))).not.toBeNull()
    await db.updateTable('accounts').set({ disabled_at: noon }).execute()
    expect(await findSignIn(db, other.token, Temporal.Instant.from(noon))).toBeNull()
    expect(await hasAccount(db)).toBe(false)
  })

  test('what is over is forgotten, what holds is kept', async () => {
    const signIn = await signedIn((await createSetupLink(system)).token)
    expect(await forgetExpired(at('2026-11-23T12:00:00Z', systemActor))).toBe(1)
    expect(await findSignIn(db, signIn.token, Temporal.Instant.from('2026-11-23T12:00:00Z'))).not.toBeNull()
    expect(await forgetExpired(at('2026-12-22T12:00:00Z', systemActor))).toBe(1)
    expect(await db.selectFrom('sign_ins').select('id').execute()).toEqual([])
  })
})

test.each([
  [newToken(), true],
  ['', false],
  ['a'.repeat(43), true],
  [`${'a'.repeat(42)}'`, false],
  ['a'.repeat(44), false],
])('token %j is looked up: %s', (token, ok) => {
  expect(tokenSchema.safeParse({ token }).success).toBe(ok)
})

test('the address of a link', () => {
  expect(setupAddress('https://fachtag.example.org', 'abc')).toBe('https://fachtag.example.org/einrichten?link=abc')
})
