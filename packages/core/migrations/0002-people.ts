import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table register_entries (
    ars text primary key check (ars ~ '^[0-9]{2,12}$'),
    ags text,
    level text not null check (level in ('land', 'district', 'association', 'municipality', 'unincorporated')),
    name text not null,
    designation text,
    land char(2) not null,
    district_ars text,
    association_ars text,
    population integer,
    area_km2 numeric(10, 2),
    size_class text,
    folded text not null,
    as_of date not null
  )`.execute(db)
  await sql`create index register_entries_folded on register_entries using gin (folded gin_trgm_ops)`.execute(db)
  await sql`create index register_entries_district on register_entries (district_ars)`.execute(db)

  await sql`create table organisations (
    id text primary key,
    revision integer not null default 1,
    slug text not null unique,
    name text not null,
    short_name text,
    kind text not null check (kind in
      ('municipality', 'district', 'land', 'federal', 'it-provider', 'association', 'university', 'research', 'company', 'other')),
    ars text references register_entries (ars),
    land char(2),
    country char(2) not null default 'DE',
    website text,
    description jsonb not null default '{}',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`.execute(db)
  await sql`create table organisation_names (
    organisation_id text not null references organisations (id) on delete cascade,
    name text not null,
    folded text not null,
    primary key (organisation_id, name)
  )`.execute(db)
  await sql`create index organisation_names_folded on organisation_names (folded)`.execute(db)
  // Where an organisation was to be found before it was merged into another one.
  await sql`create table organisation_slugs (
    slug text primary key,
    organisation_id text not null references organisations (id) on delete cascade,
    former_id text not null unique
  )`.execute(db)
  await sql`create index organisation_slugs_organisation on organisation_slugs (organisation_id)`.execute(db)

  await sql`create table persons (
    id text primary key,
    revision integer not null default 1,
    slug text not null unique,
    name text not null,
    academic_title text,
    given_name text,
    family_name text,
    sort_key text not null,
    biography jsonb not null default '{}',
    website text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`.execute(db)
  await sql`create index persons_sort on persons (sort_key, id)`.execute(db)
  await sql`create table person_names (
    person_id text not null references persons (id) on delete cascade,
    name text not null,
    folded text not null,
    primary key (person_id, name)
  )`.execute(db)
  await sql`create index person_names_folded on person_names (folded)`.execute(db)
  // Who a person is in a foreign system ("fosdem:speaker:123"), so that the next import meets the same person again.
  await sql`create table person_references (
    source text not null,
    reference text not null,
    person_id text not null references persons (id) on delete cascade,
    primary key (source, reference)
  )`.execute(db)
  await sql`create index person_references_person on person_references (person_id)`.execute(db)
  await sql`create table person_slugs (
    slug text primary key,
    person_id text not null references persons (id) on delete cascade,
    former_id text not null unique
  )`.execute(db)
  await sql`create index person_slugs_person on person_slugs (person_id)`.execute(db)
}
