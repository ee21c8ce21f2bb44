import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table materials (
    id text primary key,
    edition_id text not null references editions (id) on delete cascade,
    session_id text references sessions (id) on delete cascade,
    kind text not null check (kind in ('slides', 'handout', 'recording', 'photo', 'link')),
    title text not null,
    url text,
    language text,
    licence text,
    has_consent boolean not null default false,
    state text not null default 'available' check (state in ('available', 'announced', 'lost')),
    position integer not null default 0
  )`.execute(db)
  await sql`create index materials_session on materials (session_id)`.execute(db)
  await sql`create index materials_edition on materials (edition_id)`.execute(db)

  await sql`create table recaps (
    id text primary key,
    edition_id text not null references editions (id) on delete cascade,
    session_id text references sessions (id) on delete cascade,
    title jsonb not null,
    body jsonb not null,
    conclusion jsonb not null default '{}',
    source_id text references sources (id),
    visibility text not null default 'draft' check (visibility in ('draft', 'public')),
    updated_at timestamptz not null default now()
  )`.execute(db)
  await sql`create unique index recaps_one_per_session on recaps (session_id) where session_id is not null`.execute(db)
  await sql`create index recaps_edition on recaps (edition_id)`.execute(db)

  // One row per thing that can be found. Folded texts are written by the product's own German analysis.
  await sql`create table search_documents (
    kind text not null check (kind in
      ('session', 'person', 'organisation', 'topic', 'edition', 'news', 'recap', 'material', 'page')),
    ref_id text not null,
    series_id text references series (id) on delete cascade,
    edition_id text references editions (id) on delete cascade,
    year integer,
    language text not null default 'de',
    path text not null,
    title text not null,
    subtitle text not null default '',
    body text not null default '',
    lands text[] not null default '{}',
    topic_ids text[] not null default '{}',
    terms tsvector not null,
    fuzzy text not null,
    weight real not null default 1,
    primary key (kind, ref_id)
  )`.execute(db)
  await sql`create index search_documents_terms on search_documents using gin (terms)`.execute(db)
  await sql`create index search_documents_fuzzy on search_documents using gin (fuzzy gin_trgm_ops)`.execute(db)
  await sql`create index search_documents_edition on search_documents (edition_id)`.execute(db)
}
