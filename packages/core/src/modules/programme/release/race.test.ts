import { expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addSessions } from '../../../../test/programme.ts'
import { withoutLocks } from '../../../../test/without-locks.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { publishRelease } from './commands.ts'
import { listReleases } from './queries.ts'

const { db } = await testDatabase()
const publishers = 4

async function publishAtOnce(over: Db, slug: string) {
  const edition = await addEdition(db, slug)
  await addSessions(db, edition, [{ title: 'Alpha' }, { title: 'Beta' }])
  const ctx = createContext(over, systemActor)
  const all = Array.from({ length: publishers }, () => publishRelease(ctx, { editionId: edition.id }))
  const outcomes = await Promise.allSettled(all)
  const kinds = outcomes.map((one) => (one.status === 'fulfilled' ? one.value.kind : 'failed'))
  return { kinds: kinds.sort(), releases: await listReleases(db, edition.id) }
}

test('four who publish at once make one release, and three hear that nothing changed', async () => {
  const { kinds, releases } = await publishAtOnce(db, 'vier')
  expect(kinds).toEqual(['published', 'unchanged', 'unchanged', 'unchanged'])
  expect(releases).toHaveLength(1)
})

test('without the lock on the edition three of them fail', async () => {
  const { kinds } = await publishAtOnce(withoutLocks(db, publishers), 'vier-ohne')
  expect(kinds).toEqual(['failed', 'failed', 'failed', 'published'])
})
