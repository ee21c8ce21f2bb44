import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import type { Posting, VersionedPostings } from './types.ts'

/** The number array in PostgreSQL's text form: JSON but for its braces, and read many times faster than by the driver. */
export function parseNumbers(text: string): number[] {
  return JSON.parse(`[${text.slice(1, -1)}]`)
}

type Row = { version: string; term: string | null; documents: string; impacts: string }

/** The postings of those `terms` that have any, over all segments, and which state of the index they are of. */
export async function readPostings(db: Db, terms: readonly string[]): Promise<VersionedPostings> {
  const { rows } = await sql<Row>`
    select version, term, documents::text as documents, impacts::text as impacts
    from search_version left join search_postings on term = any(${terms}) order by term, segment`.execute(db)
  const postings = new Map<string, Posting>()
  for (const row of rows) {
    if (row.term === null) continue
    const documents = parseNumbers(row.documents)
    const impacts = parseNumbers(row.impacts)
    const known = postings.get(row.term)
    postings.set(row.term, {
      documents: known ? known.documents.concat(documents) : documents,
      impacts: known ? known.impacts.concat(impacts) : impacts,
    })
  }
  return { version: rows[0]!.version, postings }
}
