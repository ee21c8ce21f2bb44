import { type Kysely, sql } from 'kysely'

/** When what the public sees of a session last changed, since it was first published. */
async function noteChanges(db: Kysely<unknown>): Promise<void> {
  await sql`alter table published_sessions add column changed_at timestamptz`.execute(db)
  await sql`
    update published_sessions set changed_at = last.at from (
      select entry ->> 'id' as session_id, max(published_at) as at
      from releases, unnest(array['cancelled', 'reinstated', 'moved', 'changed']) as list,
        jsonb_array_elements(report -> list) as entry
      group by entry ->> 'id'
    ) as last where last.session_id = published_sessions.session_id`.execute(db)
}

/**
 * Sessions that were published and are no more: calendars that have them must be told so. card: as in published_sessions,
 * without people.
 */
async function addWithdrawnSessions(db: Kysely<unknown>): Promise<void> {
  await sql`create table withdrawn_sessions (
    session_id text primary key references sessions (id) on delete cascade,
    edition_id text not null references editions (id) on delete cascade,
    slug text not null,
    track_id text,
    sequence integer not null,
    card jsonb not null,
    withdrawn_at timestamptz not null
  )`.execute(db)
  await sql`create index withdrawn_sessions_edition on withdrawn_sessions (edition_id)`.execute(db)
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await noteChanges(db)
  await addWithdrawnSessions(db)
}
