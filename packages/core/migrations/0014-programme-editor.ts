import { type Kysely, sql } from 'kysely'

/** What organisers know beyond the programme itself, for its warnings. */
async function addCircumstances(db: Kysely<unknown>): Promise<void> {
  await sql`create table paces (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null unique references editions (id) on delete cascade,
    day_begins time(0),
    day_ends time(0),
    change_minutes integer not null check (change_minutes >= 0),
    break_minutes integer not null check (break_minutes > 0),
    stretch_minutes integer not null check (stretch_minutes > 0)
  )`.execute(db)
  // windows: wall times of the edition; none at all means that the person cannot come.
  await sql`create table availabilities (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    person_id text not null references persons (id) on delete cascade,
    windows jsonb not null,
    unique (edition_id, person_id)
  )`.execute(db)
  await sql`create index availabilities_person on availabilities (person_id)`.execute(db)
  await sql`create table room_equipment (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    room_id text not null unique references rooms (id) on delete cascade,
    equipment jsonb not null
  )`.execute(db)
  await sql`create index room_equipment_edition on room_equipment (edition_id)`.execute(db)
  await sql`create table session_needs (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    session_id text not null unique references sessions (id) on delete cascade,
    expected_count integer check (expected_count > 0),
    equipment jsonb not null
  )`.execute(db)
  await sql`create index session_needs_edition on session_needs (edition_id)`.execute(db)
  await sql`create table order_wishes (
    id text primary key,
    edition_id text not null references editions (id) on delete cascade,
    first_session_id text not null references sessions (id) on delete cascade,
    then_session_id text not null references sessions (id) on delete cascade,
    reason text,
    unique (edition_id, first_session_id, then_session_id),
    check (first_session_id <> then_session_id)
  )`.execute(db)
  await sql`create table accepted_warnings (
    edition_id text not null references editions (id) on delete cascade,
    key text not null,
    fingerprint text not null,
    reason text not null,
    account_id text references accounts (id) on delete set null,
    accepted_at timestamptz not null,
    primary key (edition_id, key)
  )`.execute(db)
}

async function addEditing(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sessions add column is_locked boolean not null default false`.execute(db)
  await sql`create table slots (
    id text primary key,
    edition_id text not null references editions (id) on delete cascade,
    room_id text references rooms (id) on delete cascade,
    day date not null,
    starts_at timestamp not null,
    duration_minutes integer not null check (duration_minutes > 0)
  )`.execute(db)
  await sql`create index slots_edition on slots (edition_id)`.execute(db)
  // Who moved what, in the order in which it happened: what undo goes back along. Only added to.
  await sql`create table programme_edits (
    id text primary key,
    edition_id text not null references editions (id) on delete cascade,
    number integer not null,
    account_id text references accounts (id) on delete set null,
    kind text not null check (kind in ('edit', 'undo', 'redo', 'outside')),
    of_id text references programme_edits (id) on delete cascade,
    moves jsonb not null,
    changes jsonb not null,
    at timestamptz not null,
    unique (edition_id, number),
    check ((kind in ('edit', 'outside')) = (of_id is null))
  )`.execute(db)
  // Where the sessions would be if …; base: where they were when the variant was made.
  await sql`create table variants (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    name text not null,
    note text,
    base jsonb not null,
    placements jsonb not null,
    created_at timestamptz not null,
    unique (edition_id, name)
  )`.execute(db)
  // Who or what could stand in.
  await sql`create table reserves (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    person_id text not null references persons (id) on delete cascade,
    function text,
    organisation_name text,
    mode text not null default 'on-site' check (mode in ('on-site', 'remote')),
    title text,
    abstract text not null default '',
    note text,
    state text not null default 'available' check (state in ('available', 'asked', 'declined', 'used'))
  )`.execute(db)
  await sql`create index reserves_edition on reserves (edition_id)`.execute(db)
  await sql`create index reserves_person on reserves (person_id)`.execute(db)
}

/** Rows with a revision count their changes, and what organisers change is logged, as in the tables before these. */
async function watch(db: Kysely<unknown>): Promise<void> {
  for (const table of ['paces', 'availabilities', 'room_equipment', 'session_needs', 'variants', 'reserves'])
    await sql`create trigger revision before update on ${sql.table(table)} for each row
      when (old.* is distinct from new.*) execute function raise_revision()`.execute(db)
  const logged = [
    ['paces', 'editions', 'edition_id'],
    ['availabilities', 'persons', 'person_id'],
    ['room_equipment', 'rooms', 'room_id'],
    ['session_needs', 'sessions', 'session_id'],
    ['order_wishes', 'editions', 'edition_id'],
    ['accepted_warnings', 'editions', 'edition_id'],
    ['slots', 'editions', 'edition_id'],
    ['variants', 'editions', 'edition_id'],
    ['reserves', 'reserves', 'id'],
  ] as const
  for (const [table, owner, column] of logged)
    await sql`select log_changes_of(${table}, ${owner}, ${column}, ${table === 'variants' ? ['base', 'placements'] : []}::text[])`.execute(
      db,
    )
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await addCircumstances(db)
  await addEditing(db)
  await watch(db)
}
