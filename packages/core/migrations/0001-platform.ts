import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  // One row: raised by every change that a public page can show, so that caches know when to forget.
  await sql`create table publication_stamp (
    only_row boolean primary key default true check (only_row),
    version bigint not null default 1
  )`.execute(db)
  await sql`insert into publication_stamp default values`.execute(db)
}
