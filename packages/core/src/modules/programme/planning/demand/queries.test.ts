import { expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { addEdition, addEditionOf, addSessions } from '../../../../../test/programme.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { listEarlierInterest } from './queries.ts'

const { db } = await testDatabase()

test('interest is learnt from earlier editions of the series, by topic, and from no other', async () => {
  const own = await addEdition(db, 'jetzt', '2031-11-05')
  const former = await addEditionOf(db, own.seriesId, 'frueher', '2029-11-05')
  const later = await addEditionOf(db, own.seriesId, 'spaeter', '2032-11-05')
  const foreign = await addEdition(db, 'fremd', '2029-11-05')
  await db
    .insertInto('topics')
    .values({ id: 'akte', slug: 'akte', name: { de: 'E-Akte' } } as never)
    .execute()
  let keys = 0
  for (const edition of [own, former, later, foreign]) {
    const ids = await addSessions(db, edition, [{ title: 'Eins' }, { title: 'Zwei' }, { title: 'Drei' }])
    for (const session_id of ids.slice(0, 2))
      await db.insertInto('session_topics').values({ session_id, topic_id: 'akte' }).execute()
    for (const list of [ids, ids.slice(0, 1), ids.slice(0, 1)]) {
      const row = { key: `k${keys++}`, edition_id: edition.id, session_ids: list.toSorted() }
      await db
        .insertInto('bookmark_lists')
        .values({ ...row, counted_at: '2029-10-01T10:00:00Z' })
        .execute()
    }
  }
  const scope = await scopeOfEdition(db, own.id)
  // Three marked the first session of the topic, one the second: two on average.
  expect(await listEarlierInterest(db, scope)).toEqual([{ edition: '2029', topicId: 'akte', count: 2 }])
})
