import { beforeEach, expect, test } from 'vitest'
import { accountWith } from '../../../../test/actors.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addPerson, addSessions, type TestEdition } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { decideOwnConsents } from './commands.ts'
import { listConsentHistory } from './queries.ts'

const { db } = await testDatabase()
await db
  .insertInto('accounts')
  .values({ id: 'acc_1', person_id: null, name: null, disabled_at: null, factors_reset_at: null })
  .execute()
let number = 0
let edition: TestEdition
let personId: string

beforeEach(async () => {
  number++
  edition = await addEdition(db, `rennen-${number}`)
  personId = await addPerson(db, `ida-${number}`, 'Ida Öhm')
  await addSessions(db, edition, [{ title: 'Alpha', personIds: [personId] }])
})

const decide = (over: Db, photo: boolean) =>
  decideOwnConsents(createContext(over, { ...accountWith([]), personId }), {
    editionId: edition.id,
    decisions: { photo },
  })
/** The states that five answers in the same moment leave, in their order. */
async function states(over: Db): Promise<string[]> {
  await Promise.all(Array.from({ length: 5 }, () => decide(over, true)))
  return (await listConsentHistory(db, personId)).map((entry) => entry.state)
}

test('the same answer five times in one moment is given once', async () => {
  expect(await states(db)).toEqual(['given'])
})

test('without the lock it would be given five times', async () => {
  expect(await states(withoutLocks(db, 5))).toEqual(Array(5).fill('given'))
})

test('a revocation right behind follows on what was given, and never the other way round', async () => {
  await decide(db, true)
  await Promise.all([decide(db, false), decide(db, false)])
  expect((await listConsentHistory(db, personId)).map((entry) => entry.state)).toEqual(['revoked', 'given'])
})
