import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // How much each wish counts when the programme is planned.
  await sql`create table planning_levels (
    edition_id text primary key references editions (id) on delete cascade,
    levels jsonb not null
  )`.execute(db)
  await sql`select log_changes_of('planning_levels', 'editions', 'edition_id', '{}'::text[])`.execute(db)
  // The planning of an edition that is under way or waits for somebody to accept it. base: where the sessions were when it began.
  await sql`create table plan_runs (
    id text primary key,
    edition_id text not null references editions (id) on delete cascade,
    account_id text references accounts (id) on delete set null,
    task jsonb not null,
    seconds integer not null check (seconds > 0),
    state text not null check (state in ('queued', 'running', 'done', 'failed')),
    is_stopping boolean not null default false,
    base jsonb not null,
    share real not null default 0,
    places jsonb not null,
    outcome jsonb,
    created_at timestamptz not null,
    seen_at timestamptz not null
  )`.execute(db)
  await sql`create index plan_runs_edition on plan_runs (edition_id)`.execute(db)
}
