import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { createContext } from '../../../../app/context.ts'
import { publicActor } from '../../../../kernel/actor.ts'
import { fixedClock } from '../../../../kernel/clock.ts'
import { takeTries, takeTry } from './commands.ts'
import { limits } from './rules.ts'

const { db } = await testDatabase()
const at = (instant: string) => createContext(db, publicActor, fixedClock(instant))
const noon = '2031-11-21T12:00:00Z'
const { tries } = limits['mail.address']

beforeEach(async () => {
  await db.deleteFrom('try_counts').execute()
})

async function allowedOf(count: number, one: (n: number) => ReturnType<typeof takeTry>): Promise<number> {
  const outcomes = await Promise.all(Array.from({ length: count }, (_, n) => one(n)))
  return outcomes.filter(({ kind }) => kind === 'allowed').length
}

test('as many at once as one likes: no more are let through than one after another', async () => {
  expect(await allowedOf(60, () => takeTry(at(noon), 'mail.address', 'ida@stadt.de'))).toBe(tries)
})

test('without one statement that counts and reads, all get through', async () => {
  let waiting = 0
  const { promise: allHaveRead, resolve: go } = Promise.withResolvers<void>()
  const careless = () =>
    db.transaction().execute(async (tx) => {
      const { count } = await tx
        .selectFrom('try_counts')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      if (++waiting === 8) go()
      await allHaveRead
      await tx
        .insertInto('try_counts')
        .values({ key: `careless:${randomUUID()}`, starts_at: noon, ends_at: noon, count: 1 })
        .execute()
      return count < tries ? ({ kind: 'allowed' } as const) : ({ kind: 'too-many', until: noon } as const)
    })
  expect(await allowedOf(8, careless)).toBe(8)
})

describe('a limit', () => {
  test('says until when, and is over then', async () => {
    await allowedOf(tries, () => takeTry(at('2031-11-21T12:07:00Z'), 'mail.address', 'ida@stadt.de'))
    const refused = await takeTry(at('2031-11-21T12:14:59Z'), 'mail.address', 'ida@stadt.de')
    expect(refused).toEqual({ kind: 'too-many', until: '2031-11-21T12:15:00Z' })
    expect(await takeTry(at('2031-11-21T12:15:00Z'), 'mail.address', 'ida@stadt.de')).toEqual({ kind: 'allowed' })
  })

  test('holds for one address and not for others', async () => {
    await allowedOf(tries + 1, () => takeTry(at(noon), 'mail.address', 'ida@stadt.de'))
    expect(await takeTry(at(noon), 'mail.address', 'bo@stadt.de')).toEqual({ kind: 'allowed' })
  })

  test('that is reached does not use up the others', async () => {
    const { tries: ofNetwork } = limits['mail.network']
    const ask = (n: number) =>
      takeTries(at(noon), [
        ['mail.network', '192.0.2.1'],
        ['mail.address', `${n}@stadt.de`],
        ['mail.site', ''],
      ])
    expect(await allowedOf(ofNetwork + 30, ask)).toBe(ofNetwork)
    const counts = await db.selectFrom('try_counts').select(['key', 'count']).execute()
    expect(counts.find(({ key }) => key.startsWith('mail.site'))?.count).toBe(ofNetwork)
    expect(counts.filter(({ key }) => key.startsWith('mail.address'))).toHaveLength(ofNetwork)
  })

  test('keeps neither addresses nor networks in the clear', async () => {
    await takeTry(at(noon), 'mail.address', 'ida@stadt.de')
    await takeTry(at(noon), 'mail.network', '192.0.2.1')
    expect(JSON.stringify(await db.selectFrom('try_counts').selectAll().execute())).not.toMatch(/ida|stadt|192\.0/)
  })
})
