import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { addEdition, addPerson, addSessions, addTrackAndRoom } from '../../test/programme.ts'
import { systemActor } from '../kernel/actor.ts'
import { newId } from '../kernel/ids.ts'
import type { EditionScope } from '../kernel/scope.ts'
import { scopeOfEdition } from '../modules/editions/scope/queries.ts'
import { forgetPerson } from '../modules/privacy/erasure/commands.ts'
import { listEdits } from '../modules/programme/journal/queries.ts'
import { undo } from './change-log/undo.ts'
import { createContext } from './context.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
let count = 0
let [scope, other]: EditionScope[] = []
let [room, person, topic] = ['', '', '']

beforeEach(async () => {
  const edition = await addEdition(db, `schreiber-${++count}`)
  scope = await scopeOfEdition(db, edition.id)
  other = await scopeOfEdition(db, (await addEdition(db, `unbeteiligt-${count}`)).id)
  ;({ roomId: room } = await addTrackAndRoom(db, edition, 'saal'))
  person = await addPerson(db, `ada-${count}`, `Ada Arendt ${count}`)
  const [session = ''] = await addSessions(db, edition, [{ title: 'Alpha', roomId: room, personIds: [person] }])
  topic = newId('topic')
  await sql`insert into topics (id, slug, name) values (${topic}, ${`thema-${count}`}, '{"de": "Akte"}')`.execute(db)
  await db.insertInto('session_topics').values({ session_id: session, topic_id: topic }).execute()
})

async function takeBackLast(): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from changes order by number desc limit 1`.execute(db)
  expect(await undo(ctx, { change: rows[0]!.id })).toEqual({ kind: 'undone' })
}

async function mergeTopic(): Promise<void> {
  const into = newId('topic')
  await sql`insert into topics (id, slug, name) values (${into}, ${`bleibt-${count}`}, '{"de": "E-Akte"}')`.execute(db)
  await ctx.transaction((tx) => ctx.publish(tx, 'TopicsMerged', { fromId: topic, intoId: into }))
}

test.each<[string, () => Promise<unknown>]>([
  [
    'a change of a room that is taken back',
    async () => {
      await db.updateTable('rooms').set({ name: 'Kleiner Saal' }).where('id', '=', room).execute()
      await takeBackLast()
    },
  ],
  ['somebody who is erased', () => forgetPerson(ctx, { personId: person })],
  ['a topic that is merged into another', mergeTopic],
])('%s is told to those who edit the drafts concerned, and to no others', async (_, write) => {
  await write()
  const told = (await listEdits(db, scope!, 0)).map(({ kind, moves }) => [kind, ...moves])
  expect(told).toEqual([['outside', { kind: 'surroundings' }]])
  expect(await listEdits(db, other!, 0)).toEqual([])
})

test('what is no part of a draft is not told when it is taken back', async () => {
  await db.updateTable('series').set({ name: 'Anders' }).where('id', '=', scope!.seriesId).execute()
  await takeBackLast()
  expect(await listEdits(db, scope!, 0)).toEqual([])
})
