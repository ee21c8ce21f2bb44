import { sql } from 'kysely'
import type { Db } from '../../packages/core/src/platform/database/tables.ts'

/**
 * The same documents in PostgreSQL's full text search as it comes: configuration `german`, weights A to D for title,
 * people, subtitle and text, a GIN index.
 */
export async function buildBaseline(db: Db): Promise<void> {
  await sql`create table baseline as select id, kind, path,
    setweight(to_tsvector('german', concat_ws(' ', title->>'de', title->>'en')), 'A') ||
    setweight(to_tsvector('german', people), 'B') ||
    setweight(to_tsvector('german', concat_ws(' ', subtitle->>'de', subtitle->>'en')), 'C') ||
    setweight(to_tsvector('german', concat_ws(' ', body->>'de', body->>'en')), 'D') as terms
    from search_documents join search_texts on document_id = id`.execute(db)
  await sql`create index on baseline using gin (terms)`.execute(db)
  await sql`analyze baseline`.execute(db)
}

/** Keys of what plain full text finds for a query, best first, at most 100. */
export async function searchBaseline(db: Db, query: string): Promise<string[]> {
  const found = await sql<{ key: string }>`select kind || ' ' || path as key
    from baseline, websearch_to_tsquery('german', ${query}) as asked
    where terms @@ asked order by ts_rank(terms, asked) desc, id limit 100`.execute(db)
  return found.rows.map((row) => row.key)
}
