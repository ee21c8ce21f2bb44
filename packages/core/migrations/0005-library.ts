import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table materials (
    id text primary key,
    revision integer not null default 1,
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
    revision integer not null default 1,
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

  // One row per thing that can be found, with what filters and facets need. A segment (an edition, all persons, …) is
  // written anew as a whole.
  await sql`create table search_documents (
    id integer generated always as identity primary key,
    segment text not null,
    kind text not null check (kind in
      ('session', 'person', 'organisation', 'topic', 'edition', 'news', 'recap', 'material', 'page')),
    ref_id text not null,
    years integer[] not null default '{}',
    latest_year integer,
    lands text[] not null default '{}',
    topics text[] not null default '{}',
    unique (kind, ref_id)
  )`.execute(db)
  await sql`create index search_documents_segment on search_documents (segment)`.execute(db)
  // What is shown of it. Apart, because facets are counted over thousands of documents and texts are read of twenty.
  await sql`create table search_texts (
    document_id integer primary key references search_documents (id) on delete cascade,
    language text not null,
    path text not null,
    title jsonb not null,
    subtitle jsonb not null default '{}',
    people text not null default '',
    names text not null default '',
    body jsonb not null default '{}',
    edition text,
    words text not null
  )`.execute(db)

  // The inverted index: in which documents of a segment a term of the product's own German analysis stands, and how much
  // it says there (0 to 1000). The arrays run in parallel.
  await sql`create table search_postings (
    term text collate "C" not null,
    segment text not null,
    documents integer[] not null,
    impacts smallint[] not null,
    primary key (term, segment)
  )`.execute(db)
  await sql`create index search_postings_segment on search_postings (segment)`.execute(db)

  // Every word as it is written, for prefixes, typing errors, and as a possible part of compounds.
  await sql`create table search_words (
    word text collate "C" primary key,
    surface text not null,
    documents integer not null,
    is_part boolean not null
  )`.execute(db)
  await sql`create index search_words_fuzzy on search_words using gin (word gin_trgm_ops) with (fastupdate = off)`.execute(
    db,
  )

  // Names the state of the index. Processes remember parts of it and have to notice that it is another, so that every
  // writer of what they remember changes the name, whoever it is.
  await sql`create table search_version (
    version uuid not null
  )`.execute(db)
  await sql`insert into search_version values (gen_random_uuid())`.execute(db)
  await sql`create function renew_search_version() returns trigger language plpgsql as
    $$ begin update search_version set version = gen_random_uuid(); return null; end $$`.execute(db)

  // Wordings of one notion, as stems.
  await sql`create table search_concepts (
    wording text collate "C" not null,
    concept text not null,
    primary key (wording, concept)
  )`.execute(db)
  await sql`create index search_concepts_concept on search_concepts (concept)`.execute(db)

  for (const table of ['search_documents', 'search_words', 'search_concepts'])
    await sql`create trigger renew_search_version after insert or update or delete or truncate on ${sql.table(table)}
      for each statement execute function renew_search_version()`.execute(db)
}
