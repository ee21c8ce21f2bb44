import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { publicActor } from '../../../kernel/actor.ts'
import { fixedClock } from '../../../kernel/clock.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { reportBarrier } from './commands.ts'
import { reportsPerHour } from './rules.ts'

const { db } = await testDatabase()
const visitor = (over: Db) => createContext(over, publicActor, fixedClock('2031-10-01T08:00:00Z'))
const report = (over: Db) => reportBarrier(visitor(over), { page: '/suche', description: 'Kein Fokus.' })

beforeEach(async () => {
  await db.deleteFrom('barrier_reports').execute()
  for (let n = 1; n < reportsPerHour; n++) await report(db)
})

/** How many of five who report at once are taken in, where there is room for one. */
async function takenInAtOnce(over: Db): Promise<number> {
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => report(over)))
  return outcomes.filter((outcome) => outcome.kind === 'reported').length
}

test('the last report of an hour is taken in once', async () => expect(await takenInAtOnce(db)).toBe(1))

test('without the lock everybody gets the last place', async () =>
  expect(await takenInAtOnce(withoutLocks(db, 5))).toBe(5))
