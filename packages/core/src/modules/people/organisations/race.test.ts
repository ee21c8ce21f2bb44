import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { ensureOrganisations } from './commands.ts'

const { db } = await testDatabase()

async function nameAtOnce(over: Db, ...names: string[]) {
  const all = names.map((name) => over.transaction().execute((tx) => ensureOrganisations(tx, [name])))
  const outcomes = await Promise.allSettled(all)
  return new Set(outcomes.map((one) => (one.status === 'fulfilled' ? one.value[0]!.id : 'failed')))
}

test('three who name one organisation at once, however they write it, mean one', async () => {
  const meant = await nameAtOnce(db, 'Rennstadt GmbH', 'RENNSTADT', 'Rennstadt')
  expect(meant.size).toBe(1)
  expect(meant).not.toContain('failed')
})

test('without the lock they do not', async () => {
  expect((await nameAtOnce(withoutLocks(db, 3), 'Eilstadt GmbH', 'EILSTADT', 'Eilstadt')).size).toBeGreaterThan(1)
})
