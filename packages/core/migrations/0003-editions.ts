import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table series (
    id text primary key,
    revision integer not null default 1,
    slug text not null unique,
    name text not null,
    short_name text,
    claim jsonb not null default '{}',
    description jsonb not null default '{}',
    language text not null default 'de',
    is_home boolean not null default false,
    created_at timestamptz not null default now()
  )`.execute(db)
  await sql`create unique index series_one_home on series (is_home) where is_home`.execute(db)

  await sql`create table venues (
    id text primary key,
    revision integer not null default 1,
    name text,
    street text,
    postcode text,
    city text not null,
    ars text references register_entries (ars),
    land char(2),
    country char(2) not null default 'DE',
    directions jsonb not null default '{}'
  )`.execute(db)

  // Where a fact is taken from. Every figure that reports disagree about names one.
  await sql`create table sources (
    id text primary key,
    revision integer not null default 1,
    series_id text not null references series (id) on delete cascade,
    key text not null,
    title text not null,
    publisher_id text references organisations (id),
    url text,
    published_on date,
    unique (series_id, key)
  )`.execute(db)

  // starts_on is the first day the date may mean; date_precision says how much of it is known.
  await sql`create table editions (
    id text primary key,
    revision integer not null default 1,
    series_id text not null references series (id) on delete cascade,
    slug text not null,
    number integer,
    name text not null,
    motto jsonb not null default '{}',
    description jsonb not null default '{}',
    starts_on date,
    ends_on date,
    date_precision text not null default 'day' check (date_precision in ('day', 'end-of-month', 'month', 'year')),
    date_certainty text not null default 'fixed' check (date_certainty in ('fixed', 'probable')),
    date_source_id text references sources (id),
    time_zone text not null default 'Europe/Berlin',
    state text not null default 'planned' check (state in ('announced', 'planned', 'held', 'cancelled')),
    visibility text not null default 'draft' check (visibility in ('draft', 'public')),
    venue_id text references venues (id),
    accent text not null default 'blue',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (series_id, slug),
    check (ends_on is null or starts_on is null or ends_on >= starts_on)
  )`.execute(db)
  await sql`create index editions_dates on editions (series_id, starts_on)`.execute(db)
  await sql`create table edition_organisers (
    edition_id text not null references editions (id) on delete cascade,
    organisation_id text not null references organisations (id),
    role text not null check (role in ('organiser', 'cooperation', 'sponsor', 'support')),
    note jsonb not null default '{}',
    position integer not null default 0,
    primary key (edition_id, organisation_id, role)
  )`.execute(db)
  await sql`create table edition_lands (
    edition_id text not null references editions (id) on delete cascade,
    land char(2) not null,
    is_largest boolean not null default false,
    source_id text references sources (id),
    primary key (edition_id, land)
  )`.execute(db)
  // What an edition said about the date of the next one, also when it came otherwise.
  await sql`create table announcements (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    announces_edition_id text references editions (id) on delete set null,
    starts_on date not null,
    certainty text not null check (certainty in ('fixed', 'probable')),
    source_id text references sources (id)
  )`.execute(db)
  await sql`create table attendance_figures (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    session_key text,
    count integer not null check (count >= 0),
    qualifier text not null check (qualifier in ('exact', 'about', 'more-than')),
    source_id text references sources (id)
  )`.execute(db)
  await sql`create index attendance_figures_edition on attendance_figures (edition_id)`.execute(db)
  await sql`create table contacts (
    id text primary key,
    revision integer not null default 1,
    series_id text not null references series (id) on delete cascade,
    edition_id text references editions (id) on delete cascade,
    person_id text not null references persons (id),
    organisation_id text references organisations (id),
    function text,
    email text,
    phone text,
    source_id text references sources (id),
    is_current boolean not null default true,
    position integer not null default 0
  )`.execute(db)

  await sql`create table news_categories (
    series_id text not null references series (id) on delete cascade,
    slug text not null,
    name jsonb not null,
    primary key (series_id, slug)
  )`.execute(db)
  await sql`create table news (
    id text primary key,
    revision integer not null default 1,
    series_id text not null references series (id) on delete cascade,
    edition_id text references editions (id) on delete set null,
    slug text not null,
    category text,
    title jsonb not null,
    summary jsonb not null default '{}',
    body jsonb not null default '{}',
    source_id text references sources (id),
    published_on date,
    date_precision text not null default 'day' check (date_precision in ('day', 'month', 'year')),
    visibility text not null default 'draft' check (visibility in ('draft', 'public')),
    updated_at timestamptz not null default now(),
    unique (series_id, slug),
    foreign key (series_id, category) references news_categories (series_id, slug)
  )`.execute(db)
  await sql`create table pages (
    id text primary key,
    revision integer not null default 1,
    slug text not null unique,
    title jsonb not null,
    body jsonb not null default '{}',
    updated_at timestamptz not null default now()
  )`.execute(db)

  await sql`create table tracks (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    slug text not null,
    name text not null,
    colour text,
    position integer not null default 0,
    unique (edition_id, slug)
  )`.execute(db)
  await sql`create table rooms (
    id text primary key,
    revision integer not null default 1,
    edition_id text not null references editions (id) on delete cascade,
    slug text not null,
    name text not null,
    capacity integer check (capacity >= 0),
    description text,
    position integer not null default 0,
    unique (edition_id, slug)
  )`.execute(db)

  await sql`create table topics (
    id text primary key,
    revision integer not null default 1,
    slug text not null unique,
    name jsonb not null,
    description jsonb not null default '{}'
  )`.execute(db)
  await sql`create table topic_synonyms (
    topic_id text not null references topics (id) on delete cascade,
    term text not null,
    folded text not null,
    primary key (topic_id, term)
  )`.execute(db)
  await sql`create index topic_synonyms_folded on topic_synonyms (folded)`.execute(db)
  await sql`create table topic_slugs (
    slug text primary key,
    topic_id text not null references topics (id) on delete cascade,
    former_id text not null unique
  )`.execute(db)
  await sql`create index topic_slugs_topic on topic_slugs (topic_id)`.execute(db)
}
