import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db)
  // One row for every change that a public page can show. Only ever added to: a counter in one row would make everybody
  // who changes something public wait for each other, and deadlock with locks taken in another order.
  await sql`create table publications (
    id bigint generated always as identity primary key,
    at timestamptz not null default now()
  )`.execute(db)
}
