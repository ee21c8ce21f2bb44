import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // What a browser has marked, if its owner lets it be counted. The key is the hash of a number that only the browser knows.
  await sql`create table bookmark_lists (
    key text primary key,
    edition_id text not null references editions (id) on delete cascade,
    session_ids text[] not null,
    counted_at timestamptz not null
  )`.execute(db)
  await sql`create index bookmark_lists_edition on bookmark_lists (edition_id)`.execute(db)
}
