import { type Kysely, sql } from 'kysely'

const sessionTypes = sql.raw(
  "('impulse', 'talk', 'workshop', 'panel', 'opening', 'closing', 'break', 'networking', 'poster', 'lightning', 'other')",
)
const roles = sql.raw("('speaker', 'moderator', 'panelist', 'host')")

export async function up(db: Kysely<unknown>): Promise<void> {
  // The draft: what the organisers work on. starts_at is wall time in the edition's time zone.
  await sql`create table sessions (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    slug text not null,
    source_key text,
    reference text,
    type text not null check (type in ${sessionTypes}),
    title text not null,
    title_is_given boolean not null default true,
    subtitle text,
    abstract text not null default '',
    description text not null default '',
    method text,
    language text not null default 'de',
    track_id text references tracks (id) on delete set null,
    room_id text references rooms (id) on delete set null,
    is_plenary boolean not null default false,
    day date,
    starts_at timestamp,
    duration_minutes integer check (duration_minutes > 0),
    position integer not null default 0,
    state text not null default 'planned' check (state in ('planned', 'cancelled', 'removed')),
    sequence integer not null default 0,
    links jsonb not null default '[]',
    source_id text references sources (id),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (edition_id, slug)
  )`.execute(db)
  await sql`create unique index sessions_reference on sessions (edition_id, coalesce(source_key, ''), reference)
    where reference is not null`.execute(db)
  await sql`create index sessions_track on sessions (track_id)`.execute(db)
  await sql`create index sessions_room on sessions (room_id)`.execute(db)
  await sql`create table session_topics (
    session_id text not null references sessions (id) on delete cascade,
    topic_id text not null references topics (id) on delete cascade,
    primary key (session_id, topic_id)
  )`.execute(db)

  // A person in a role with the function and organisation of that day. Without a person where only the organisation is known.
  await sql`create table appearances (
    id text primary key,
    revision integer not null default 1,
    session_id text not null references sessions (id) on delete cascade,
    person_id text references persons (id),
    role text not null check (role in ${roles}),
    mode text not null default 'on-site' check (mode in ('on-site', 'remote')),
    state text not null default 'planned' check (state in ('planned', 'replaced', 'cancelled')),
    replaces_id text references appearances (id) on delete set null,
    function text,
    organisation_id text references organisations (id),
    organisation_name text,
    note text,
    position integer not null default 0,
    check (person_id is not null or organisation_id is not null or organisation_name is not null)
  )`.execute(db)
  await sql`create index appearances_session on appearances (session_id, position)`.execute(db)
  await sql`create index appearances_person on appearances (person_id)`.execute(db)

  // What a source brought at its last import, so that what is gone from its next file can go here as well.
  await sql`create table imports (
    edition_id text not null references editions (id) on delete cascade,
    source_key text not null,
    track_ids jsonb not null,
    room_ids jsonb not null,
    imported_at timestamptz not null,
    primary key (edition_id, source_key)
  )`.execute(db)

  await sql`create table releases (
    id text primary key,
    edition_id text not null references editions (id) on delete cascade,
    number integer not null,
    name text not null,
    note text,
    snapshot jsonb not null,
    changes jsonb not null,
    report jsonb not null,
    published_at timestamptz not null,
    unique (edition_id, number)
  )`.execute(db)
  await sql`create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'a release is immutable' using errcode = 'restrict_violation'; end $$`.execute(db)
  await sql`create trigger releases_immutable before update on releases for each row execute function refuse_change()`.execute(
    db,
  )

  // The latest release as rows, written in the transaction that publishes it. The public reads these and nothing else.
  await sql`create table published_programmes (
    edition_id text primary key references editions (id) on delete cascade,
    series_id text not null references series (id) on delete cascade,
    release_id text not null references releases (id) on delete cascade,
    overview jsonb not null
  )`.execute(db)
  await sql`create table published_sessions (
    session_id text primary key references sessions (id) on delete cascade,
    edition_id text not null references editions (id) on delete cascade,
    series_id text not null references series (id) on delete cascade,
    release_id text not null references releases (id) on delete cascade,
    slug text not null,
    type text not null,
    state text not null,
    title text not null,
    language text not null,
    track_id text,
    room_id text,
    is_plenary boolean not null,
    day date,
    starts_at timestamp,
    ends_at timestamp,
    position integer not null,
    sequence integer not null,
    card jsonb not null,
    data jsonb not null,
    unique (edition_id, slug)
  )`.execute(db)
  await sql`create index published_sessions_day on published_sessions (edition_id, day, starts_at, position)`.execute(
    db,
  )
  await sql`create index published_sessions_track on published_sessions (series_id, (card -> 'track' ->> 'slug'))`.execute(
    db,
  )
  await sql`create table published_appearances (
    session_id text not null references published_sessions (session_id) on delete cascade,
    position integer not null,
    edition_id text not null,
    person_id text references persons (id) on delete cascade,
    organisation_id text references organisations (id) on delete set null,
    organisation_name text,
    role text not null,
    mode text not null,
    state text not null,
    function text,
    primary key (session_id, position)
  )`.execute(db)
  await sql`create index published_appearances_person on published_appearances (person_id)`.execute(db)
  await sql`create index published_appearances_organisation on published_appearances (organisation_id)`.execute(db)
  await sql`create table published_session_topics (
    session_id text not null references published_sessions (session_id) on delete cascade,
    topic_id text not null references topics (id) on delete cascade,
    primary key (session_id, topic_id)
  )`.execute(db)
  await sql`create index published_session_topics_topic on published_session_topics (topic_id)`.execute(db)
}
