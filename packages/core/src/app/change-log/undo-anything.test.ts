import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { addEdition, addPerson } from '../../../test/programme.ts'
import { systemActor } from '../../kernel/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { verifyChanges } from '../../modules/messages/changes/verification/queries.ts'
import type { Transaction } from '../../platform/database/tables.ts'
import { createContext } from '../context.ts'
import { loggedTables } from './logged-tables.ts'
import { undo } from './undo.ts'

const { db } = await testDatabase()
const ctx = createContext(db, systemActor)
const edition = await addEdition(db, 'irgendwas')
const persons = [await addPerson(db, 'ida', 'Ida Öhm'), await addPerson(db, 'bo', 'Bo Berg')]
let made = 0

/** One of the rows there are, by chance; undefined where there is none. */
async function pick(tx: Transaction, table: string, n: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} order by id`.execute(tx)
  return rows.length > 0 ? rows[n % rows.length]!.id : undefined
}

const text = (n: number) => (['', 'Saal "Nord"', "L'été\\n", 'ÄÖÜ 🎉', '{}'] as const)[n % 5]!

type Step = (tx: Transaction, n: number) => Promise<unknown>

const steps: Readonly<Record<string, Step>> = {
  addRoom: (tx, n) =>
    sql`insert into rooms (id, edition_id, slug, name, capacity) values (${newId('room')}, ${edition.id}, ${`r-${++made}`}, ${text(n)}, ${n})`.execute(tx),
  changeRoom: async (tx, n) =>
    sql`update rooms set name = ${text(n)}, capacity = ${n % 2 ? null : n} where id = ${(await pick(tx, 'rooms', n)) ?? ''}`.execute(tx),
  swapRooms: (tx) => sql`update rooms set position = -position - 1`.execute(tx),
  removeRoom: async (tx, n) => sql`delete from rooms where id = ${(await pick(tx, 'rooms', n)) ?? ''}`.execute(tx),
  addSession: async (tx, n) =>
    sql`insert into sessions (id, edition_id, slug, type, title, room_id, starts_at, links, created_at)
      values (${newId('session')}, ${edition.id}, ${`s-${++made}`}, 'talk', ${text(n)}, ${(await pick(tx, 'rooms', n)) ?? null},
        '2031-11-05 09:30', ${JSON.stringify([{ url: text(n), title: null }])}, clock_timestamp())`.execute(tx),
  changeSession: async (tx, n) =>
    sql`update sessions set title = ${text(n)}, room_id = ${(await pick(tx, 'rooms', n)) ?? null}, day = ${n % 2 ? null : '2031-11-05'},
      updated_at = clock_timestamp() where id = ${(await pick(tx, 'sessions', n)) ?? ''}`.execute(tx),
  removeSession: async (tx, n) => sql`delete from sessions where id = ${(await pick(tx, 'sessions', n)) ?? ''}`.execute(tx),
  addAppearance: async (tx, n) =>
    sql`insert into appearances (id, session_id, person_id, role, position, replaces_id)
      select ${newId('appearance')}, ${(await pick(tx, 'sessions', n)) ?? ''}, ${persons[n % 2]!}, 'speaker', ${n}, ${(await pick(tx, 'appearances', n)) ?? null}
      where exists (select from sessions)`.execute(tx),
  moveAppearance: async (tx, n) =>
    sql`update appearances set session_id = ${(await pick(tx, 'sessions', n)) ?? ''}, note = ${text(n)}
      where id = ${(await pick(tx, 'appearances', n + 1)) ?? ''}`.execute(tx),
  addTopic: async (tx, n) =>
    sql`insert into topics (id, slug, name) values (${newId('topic')}, ${`t-${++made}`}, ${JSON.stringify({ de: text(n) })})`.execute(tx),
  tagSession: async (tx, n) =>
    sql`insert into session_topics (session_id, topic_id) select s.id, t.id from sessions s, topics t
      where s.id = ${(await pick(tx, 'sessions', n)) ?? ''} and t.id = ${(await pick(tx, 'topics', n)) ?? ''} on conflict do nothing`.execute(tx),
  removeTopic: async (tx, n) => sql`delete from topics where id = ${(await pick(tx, 'topics', n)) ?? ''}`.execute(tx),
  renameCategory: (tx, n) =>
    sql`insert into news_categories (series_id, slug, name) values (${edition.seriesId}, ${`c-${n % 4}`}, '{}')
      on conflict (series_id, slug) do update set slug = ${`k-${++made}`}`.execute(tx),
  changeEdition: (tx, n) =>
    sql`update editions set motto = ${JSON.stringify({ en: text(n) })}, number = ${n} where id = ${edition.id}`.execute(tx),
} // biome-ignore format: one step reads as one statement

/** Everything that is logged, but for what only counts and dates changes. */
async function everything(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const table of Object.keys(loggedTables)) {
    const { rows } = await sql<{ row: string }>`select (to_jsonb(t) - '{revision,updated_at}'::text[])::text as row
      from ${sql.table(table)} t order by 1`.execute(db)
    all[table] = rows.map(({ row }) => row)
  }
  return all
}

async function lastChange(): Promise<string | undefined> {
  return (await sql<{ id: string }>`select id from changes order by number desc limit 1`.execute(db)).rows[0]?.id
}

const transaction = fc.array(fc.tuple(fc.constantFrom(...Object.keys(steps)), fc.nat(20)), {
  minLength: 1,
  maxLength: 6,
})

async function run(work: readonly (readonly [string, number])[]): Promise<void> {
  await ctx.transaction(async (tx) => {
    for (const [step, n] of work) await steps[step]!(tx, n)
  })
}

test('whatever was changed last comes back as it was, and taking that back brings the change again', async () => {
  const property = fc.asyncProperty(fc.array(transaction, { minLength: 1, maxLength: 4 }), async (history) => {
    for (const work of history.slice(0, -1)) await run(work)
    const [before, known] = [await everything(), await lastChange()]
    await run(history.at(-1)!)
    const [after, change] = [await everything(), await lastChange()]
    fc.pre(change !== known)
    expect(await undo(ctx, { change: change! })).toEqual({ kind: 'undone' })
    expect(await everything()).toEqual(before)
    const undoing = (await lastChange())!
    fc.pre(undoing !== change)
    expect(await undo(ctx, { change: undoing })).toEqual({ kind: 'undone' })
    expect(await everything()).toEqual(after)
  })
  await fc.assert(property, { numRuns: 60 })
  expect((await verifyChanges(ctx)).problem).toBeNull()
})
