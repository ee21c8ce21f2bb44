import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table barrier_reports (
    id text primary key,
    page text not null,
    description text not null,
    reply_to text,
    created_at timestamptz not null default now(),
    answered_at timestamptz
  )`.execute(db)
  await sql`create index barrier_reports_created on barrier_reports (created_at)`.execute(db)
}
