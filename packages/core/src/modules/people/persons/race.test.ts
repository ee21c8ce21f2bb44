import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { ensurePersons } from './commands.ts'

const { db } = await testDatabase()

/** Two imports of the same file, and the ids of the person that each of them ends with. */
async function meetAtOnce(over: Db, name: string) {
  const input = { name, source: 'datei', reference: name }
  const all = [1, 2].map(() => over.transaction().execute((tx) => ensurePersons(tx, 'srs_1', [input])))
  const outcomes = await Promise.allSettled(all)
  return outcomes.map((one) => (one.status === 'fulfilled' ? one.value[0]!.id : 'failed'))
}

test('two imports that meet somebody at once meet one person', async () => {
  const [one, other] = await meetAtOnce(db, 'Ida Öhm')
  expect(one).toMatch(/^per_/)
  expect(other).toBe(one)
  expect(await db.selectFrom('persons').select('slug').execute()).toEqual([{ slug: 'ida-oehm' }])
})

test('without the lock they do not', async () => {
  const [one, other] = await meetAtOnce(withoutLocks(db, 2), 'Bo Berg')
  expect(other).not.toBe(one)
})
