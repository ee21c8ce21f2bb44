import { type Kysely, sql } from 'kysely'

const roles = sql.raw(
  "('operator', 'series-organiser', 'programme', 'review', 'registration-desk', 'finance', 'helper', 'editor')",
)

export async function up(db: Kysely<unknown>): Promise<void> {
  // What a role is confined to: null series for the operator, null edition for who organises a series.
  await sql`create table role_grants (
    id text primary key,
    account_id text not null references accounts (id) on delete cascade,
    role text not null check (role in ${roles}),
    series_id text references series (id) on delete cascade,
    edition_id text references editions (id) on delete cascade,
    track_id text references tracks (id) on delete cascade,
    origin text not null default 'granted' check (origin in ('granted', 'oidc')),
    granted_by text references accounts (id) on delete set null,
    granted_at timestamptz not null,
    unique nulls not distinct (account_id, role, series_id, edition_id, track_id, origin),
    check ((role = 'operator') = (series_id is null)),
    check ((role in ('operator', 'series-organiser')) = (edition_id is null)),
    check (track_id is null or role = 'review')
  )`.execute(db)
  await sql`create index role_grants_account on role_grants (account_id)`.execute(db)
  await sql`create index role_grants_series on role_grants (series_id)`.execute(db)
}
