import { sql } from 'kysely'
import { touchPublication } from '../../../../platform/database/publication.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { Analyser } from '../../../../platform/german/analysis.ts'
import { Concepts } from '../../../../platform/german/concepts.ts'
import type { SearchDocument } from '../documents/types.ts'
import { buildPostings, corpusWords, readFields, wordSequence } from './rules.ts'
import type { CorpusWord, Field, NumberedFields } from './types.ts'

/** No statement carries more rows, so that neither side holds a whole conference as text at once. */
const chunk = 5_000

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += chunk) yield rows.slice(i, i + chunk)
}

function documentRow(segment: string, document: SearchDocument) {
  const { kind, refId, years, lands, topics } = document
  const latest_year = years.length > 0 ? Math.max(...years) : null
  return { segment, kind, ref_id: refId, years: [...years], latest_year, lands: [...lands], topics: [...topics] }
}

function textRow(id: number, document: SearchDocument, fields: readonly Field[]) {
  const { language, path, title, subtitle, people, edition } = document
  const body = leadFirst(document)
  const names = document.names.join('; ')
  const words = wordSequence(fields)
  return { document_id: id, language, path, title, subtitle, people, names, body, edition, words }
}

/** Inserts documents and their texts; answers the words of each with its number. */
async function insertDocuments(
  tx: Transaction,
  segment: string,
  documents: readonly SearchDocument[],
): Promise<NumberedFields[]> {
  for (const some of chunks(documents))
    await insertRows(
      tx,
      'search_documents',
      some.map((document) => documentRow(segment, document)),
    )
  const rows = await tx
    .selectFrom('search_documents')
    .select(['id', 'kind', 'ref_id'])
    .where('segment', '=', segment)
    .execute()
  const ids = new Map(rows.map((row) => [`${row.kind} ${row.ref_id}`, row.id]))
  const numbered = documents
    .map((document) => ({ id: ids.get(`${document.kind} ${document.refId}`)!, document, fields: readFields(document) }))
    .sort((a, b) => a.id - b.id)
  for (const some of chunks(numbered))
    await insertRows(
      tx,
      'search_texts',
      some.map(({ id, document, fields }) => textRow(id, document, fields)),
    )
  return numbered
}

function leadFirst({ lead, body }: SearchDocument): SearchDocument['body'] {
  const join = (a?: string, b?: string) => [a, b].filter(Boolean).join('\n')
  return {
    ...(lead.de || body.de ? { de: join(lead.de, body.de) } : {}),
    ...(lead.en || body.en ? { en: join(lead.en, body.en) } : {}),
  }
}

/** Adds new words, counts those that are met again, and forgets those that stand nowhere any more. */
async function writeWords(tx: Transaction, words: readonly CorpusWord[]): Promise<void> {
  for (const some of chunks(words))
    await sql`insert into search_words (word, surface, documents, is_part)
      select w.word, w.surface, c.documents, w."isPart"
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as w(word text, surface text, "isPart" boolean)
      cross join lateral (select sum(cardinality(documents))::integer as documents
        from search_postings p where p.term = '=' || w.word) c
      where c.documents is not null
      on conflict (word) do update set documents = excluded.documents, is_part = search_words.is_part or excluded.is_part
        where search_words.documents <> excluded.documents or excluded.is_part > search_words.is_part`.execute(tx)
  await sql`delete from search_words w
    where not exists (select from search_postings p where p.term = '=' || w.word)`.execute(tx)
}

async function readConcepts(tx: Transaction): Promise<Concepts> {
  const concepts = new Concepts()
  const rows = await tx.selectFrom('search_concepts').select(['wording', 'concept']).execute()
  for (const row of rows) concepts.add(row.wording, row.concept)
  return concepts
}

async function readParts(tx: Transaction): Promise<string[]> {
  const rows = await tx.selectFrom('search_words').select('word').where('is_part', '=', true).execute()
  return rows.map((row) => row.word)
}

/** Lets one transaction at a time write the index. Taken before anything is read, so that the last to write has read the newest. */
export async function lockIndex(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('search_postings'))`.execute(tx)
}

/**
 * Replaces whole segments of the index by `segments` (name → documents; no documents empty the segment). What a
 * concurrent search sees is the old state or the new, never a mixture. Needs `lockIndex`.
 */
export async function writeSegments(
  tx: Transaction,
  segments: ReadonlyMap<string, readonly SearchDocument[]>,
): Promise<void> {
  const words = corpusWords([...segments.values()].flat())
  const parts = new Set([...(await readParts(tx)), ...words.filter((word) => word.isPart).map((word) => word.word)])
  const analyser = new Analyser((word) => parts.has(word))
  const concepts = await readConcepts(tx)
  const names = [...segments.keys()]
  await tx.deleteFrom('search_postings').where('segment', 'in', names).execute()
  await tx.deleteFrom('search_documents').where('segment', 'in', names).execute()
  for (const [segment, documents] of segments) {
    const numbered = await insertDocuments(tx, segment, documents)
    const rows = Array.from(buildPostings(numbered, analyser, concepts), ([term, posting]) => ({
      term,
      segment,
      ...posting,
    }))
    for (const some of chunks(rows)) await insertRows(tx, 'search_postings', some)
  }
  await writeWords(tx, words)
  // The planner guesses badly about tables that were just filled, and autovacuum comes too late for the next search.
  await sql`analyze search_documents, search_texts, search_postings, search_words, search_version`.execute(tx)
  await touchPublication(tx)
}
