import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // A picture that texts of a series may show. Its bytes lie in the file store under its id.
  await sql`create table images (
    id text primary key,
    revision integer not null default 1,
    series_id text not null references series (id) on delete cascade,
    name text not null,
    media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp', 'image/avif')),
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    bytes integer not null check (bytes > 0),
    sha256 text not null,
    alternative jsonb not null check (coalesce(alternative ->> 'de', alternative ->> 'en', '') <> ''),
    credit text,
    licence text,
    created_by text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`.execute(db)
  await sql`create index images_series on images (series_id, created_at)`.execute(db)
}
