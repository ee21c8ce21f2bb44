import { beforeEach, describe, expect, test } from 'vitest'
import { withRole } from '../../../../../test/actors.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition } from '../../../../../test/programme.ts'
import { withoutLocks } from '../../../../../test/without-locks.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor, systemActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { hashToken } from '../../../../kernel/tokens.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { listGrantsOf } from '../../roles/queries.ts'
import { openAccount } from '../commands.ts'
import { loadActor } from '../sign-ins/queries.ts'
import { acceptInvitation, invite, resendInvitation, withdrawInvitation } from './commands.ts'
import { findInvitation, listInvitations } from './queries.ts'
import { sendingsAtMost } from './rules.ts'

const { db } = await testDatabase()
const noon = '2031-11-21T12:00:00Z'
const system = (at = noon, over: Db = db) => createContext(over, systemActor, fixedClock(at))
const anybody = (at = noon) => createContext(db, publicActor, fixedClock(at))
const edition = await addEdition(db, 'einladen')
const other = await addEdition(db, 'fremd')
const here = { seriesId: edition.seriesId, editionId: edition.id }
const elsewhere = { seriesId: other.seriesId, editionId: other.id }
const ida = { role: 'programme', address: 'Ida@fachtag.example', name: 'Ida Beispiel', locale: 'de' } as const
const device = { browser: 'firefox', system: 'linux' } as const

beforeEach(async () => {
  for (const table of ['mails', 'invitations', 'role_grants', 'sign_ins', 'accounts'] as const)
    await db.deleteFrom(table).execute()
})

/** The token in the last mail. */
async function lastToken(): Promise<string> {
  const mail = await db.selectFrom('mails').selectAll().orderBy('created_at').orderBy('id', 'desc').execute()
  return /link=([\w-]{43})/.exec(JSON.stringify(mail[0]))?.[1] ?? ''
}
const invited = async () => {
  await invite(system(), { ...ida, ...here })
  return lastToken()
}
const count = async (table: 'accounts' | 'invitations' | 'mails' | 'role_grants') =>
  (await db.selectFrom(table).select('id').execute()).length

describe('an invitation', () => {
  test('is mailed, shown to who may invite, and says what it is about', async () => {
    const token = await invited()
    expect(await findInvitation(db, token, system().now())).toMatchObject({
      kind: 'open',
      address: 'Ida@fachtag.example',
      role: 'programme',
      place: 'Tagung einladen',
    })
    expect(await listInvitations(system(), here)).toMatchObject([{ name: 'Ida Beispiel', isExpired: false }])
    expect(await listInvitations(system(), elsewhere)).toEqual([])
    expect(await db.selectFrom('invitations').select('token_hash').execute()).toEqual([
      { token_hash: hashToken(token) },
    ])
  })

  test('made again is the same one, sent again, and the link before is worth nothing', async () => {
    const first = await invited()
    await invite(system(), { ...ida, ...here, address: 'ida@FACHTAG.example' })
    expect([await count('invitations'), await count('mails')]).toEqual([1, 2])
    expect(await findInvitation(db, first, system().now())).toEqual({ kind: 'unknown' })
  })

  test('is made by who organises there, and refused to all others', async () => {
    for (const actor of [publicActor, withRole('programme', here), withRole('series-organiser', elsewhere)]) {
      const ctx = createContext(db, actor)
      await expect(invite(ctx, { ...ida, ...here })).rejects.toThrow('access.denied')
      await expect(listInvitations(ctx, here)).rejects.toThrow('access.denied')
      await expect(withdrawInvitation(ctx, here, 'inv_x')).rejects.toThrow('access.denied')
      await expect(resendInvitation(ctx, here, 'inv_x')).rejects.toThrow('access.denied')
    }
    expect(await count('mails')).toBe(0)
  })

  test('of another place is not there', async () => {
    await invited()
    const [{ id } = { id: '' }] = await listInvitations(system(), here)
    await expect(withdrawInvitation(system(), elsewhere, id)).rejects.toThrow('invitation.not_found')
    await expect(resendInvitation(system(), elsewhere, id)).rejects.toThrow('invitation.not_found')
    await expect(invite(system(), { ...ida, ...here, role: 'operator' })).rejects.toThrow('role.wrong_place')
  })

  test('bothers nobody more than a few times', async () => {
    await invited()
    const [{ id } = { id: '' }] = await listInvitations(system(), here)
    for (let n = 1; n < sendingsAtMost; n++)
      expect(await resendInvitation(system(), here, id)).toEqual({ kind: 'invited' })
    expect(await resendInvitation(system(), here, id)).toEqual({ kind: 'too-often' })
    expect(await count('mails')).toBe(sendingsAtMost)
  })

  async function bothAtOnce(over: Db) {
    await Promise.all([1, 2].map(() => invite(system(noon, over), { ...ida, ...here })))
    return count('invitations')
  }

  test('made twice at once is one', async () => expect(await bothAtOnce(db)).toBe(1))

  test('without the lock there would be two', async () => {
    const twice = withoutLocks(db, 2)
    expect(await bothAtOnce(twice)).toBe(2)
  })
})

describe('accepting', () => {
  test('makes the account, gives the role and signs in, without a second factor', async () => {
    const outcome = await acceptInvitation(anybody(), { token: await invited(), device })
    if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
    expect(await loadActor(db, outcome.signIn.token, system().now())).toMatchObject({
      isStrong: false,
      grants: [{ role: 'programme', ...here }],
    })
    expect(await listInvitations(system(), here)).toEqual([])
  })

  test('gives the role to the account that has the address, and signs nobody in', async () => {
    const accountId = await openAccount(system(), { address: 'ida@fachtag.example' })
    expect(await acceptInvitation(anybody(), { token: await invited(), device })).toEqual({ kind: 'granted' })
    expect((await listGrantsOf(db, accountId)).map((one) => one.role)).toEqual(['programme'])
    expect(await db.selectFrom('sign_ins').select('id').execute()).toEqual([])
  })

  test('works once, and until it is withdrawn or over', async () => {
    const token = await invited()
    const late = await acceptInvitation(anybody('2031-12-05T12:00:00Z'), { token, device })
    expect(late).toEqual({ kind: 'expired' })
    expect((await acceptInvitation(anybody(), { token, device })).kind).toBe('signed-in')
    expect(await acceptInvitation(anybody(), { token, device })).toEqual({ kind: 'used' })
    const next = await (async () => {
      await invite(system(), { ...ida, ...here, role: 'editor' })
      return lastToken()
    })()
    const [{ id } = { id: '' }] = await listInvitations(system(), here)
    await withdrawInvitation(system(), here, id)
    expect(await acceptInvitation(anybody(), { token: next, device })).toEqual({ kind: 'unknown' })
  })

  test('by twenty at once makes one account and one grant', async () => {
    const token = await invited()
    const all = Array.from({ length: 20 }, () => acceptInvitation(anybody(), { token, device }))
    const kinds = (await Promise.all(all)).map((one) => one.kind).sort()
    expect(kinds).toEqual(['signed-in', ...Array(19).fill('used')])
    expect([await count('accounts'), await count('role_grants')]).toEqual([1, 1])
  })

  test('would make many of whoever looked first and marked then', async () => {
    const hash = hashToken(await invited())
    const { promise: allHaveLooked, resolve: go } = Promise.withResolvers<void>()
    let looked = 0
    const careless = () =>
      db.transaction().execute(async (tx) => {
        const invitations = tx.selectFrom('invitations').select('accepted_at').where('token_hash', '=', hash)
        const { accepted_at } = await invitations.executeTakeFirstOrThrow()
        if (++looked === 4) go()
        await allHaveLooked
        await tx.updateTable('invitations').set({ accepted_at: noon }).where('token_hash', '=', hash).execute()
        return accepted_at === null
      })
    expect(await Promise.all([1, 2, 3, 4].map(careless))).toEqual([true, true, true, true])
  })
})
