import { expect, test } from 'vitest'
import { countQueries } from '../../../../test/count-queries.ts'
import { testDatabase } from '../../../../test/database.ts'
import { addEdition, addEditionOf, addSessions } from '../../../../test/programme.ts'
import { createContext } from '../../../app/context.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { publishRelease } from '../release/commands.ts'
import { listRelatedSessions } from './queries.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)

const [eFile, security] = [newId('topic'), newId('topic')]
await db
  .insertInto('topics')
  .values([
    { id: eFile, slug: 'e-akte', name: { de: 'E-Akte' } },
    { id: security, slug: 'sicherheit', name: { de: 'Sicherheit' } },
  ])
  .execute()

const first = await addEdition(db, '2029', '2029-11-05')
const second = await addEditionOf(db, first.seriesId, '2030', '2030-11-05')
const third = await addEditionOf(db, first.seriesId, '2031', '2031-11-05')

async function publish(edition: typeof first, sessions: readonly (readonly [title: string, topics: string[]])[]) {
  const ids = await addSessions(
    db,
    edition,
    sessions.map(([title]) => ({ title })),
  )
  const topics = sessions.flatMap(([, list], index) => list.map((topic_id) => ({ session_id: ids[index]!, topic_id })))
  if (topics.length > 0) await db.insertInto('session_topics').values(topics).execute()
  await publishRelease(ctx, { editionId: edition.id })
  return ids
}

await publish(first, [
  ['Anfang', [eFile]],
  ['Anderes', []],
])
await publish(second, [
  ['Beides', [eFile, security]],
  ['Abwehr', [security]],
])
const [here, plain] = await publish(third, [
  ['Heute', [eFile]],
  ['Ohne Thema', []],
  ['Nachbar', [eFile]],
])

const titles = async (id: string, size?: number) =>
  (await listRelatedSessions(db, id, size)).map(({ edition, session }) => `${edition.slug} ${session.title}`)

test('finds what other editions had on its topics, the newest first, each once', async () => {
  expect(await titles(here!)).toEqual(['2030 Beides', '2029 Anfang'])
})

test('asks once, whatever it finds', async () => {
  const counts = [here!, plain!].map((id) => countQueries(db, (counted) => listRelatedSessions(counted, id)))
  expect(await Promise.all(counts)).toEqual([1, 1])
})

test('finds no more than wanted', async () => {
  expect(await titles(here!, 1)).toEqual(['2030 Beides'])
})

test('finds nothing for a session without a topic, or one that is not published', async () => {
  expect(await titles(plain!)).toEqual([])
  expect(await titles('ses_unknown')).toEqual([])
})

test('leaves out editions that are not public', async () => {
  await db.updateTable('editions').set({ visibility: 'draft' }).where('id', '=', second.id).execute()
  expect(await titles(here!)).toEqual(['2029 Anfang'])
})
