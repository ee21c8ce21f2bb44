import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import { parseNumbers } from '../postings/queries.ts'
import type { Catalogue, Facts } from './types.ts'

type Content = {
  readonly version: string
  /** `ids` in PostgreSQL's text form. */
  readonly groups: readonly { readonly facts: Facts; readonly ids: string }[]
  readonly parts: readonly string[]
  readonly concepts: readonly { readonly wording: string; readonly concept: string }[]
}

/** Reads what the index holds now. One statement, so that nothing in it is older or newer than its version. */
async function readCatalogue(db: Db): Promise<Catalogue> {
  const { rows } = await sql<Content>`
    with groups as (
      select kind, years, latest_year, topics, lands, array_agg(id)::text as ids
      from search_documents group by kind, years, latest_year, topics, lands)
    select version,
      (select coalesce(jsonb_agg(jsonb_build_object('ids', ids, 'facts', jsonb_build_object(
        'kind', kind, 'years', years, 'latestYear', latest_year, 'topics', topics, 'lands', lands))), '[]') from groups) as groups,
      (select coalesce(jsonb_agg(word), '[]') from search_words where is_part) as parts,
      (select coalesce(jsonb_agg(c order by wording, concept), '[]') from search_concepts c) as concepts
    from search_version`.execute(db)
  const { version, groups, parts, concepts } = rows[0]!
  const listed = (from: 'wording' | 'concept', to: 'wording' | 'concept') =>
    new Map(
      Map.groupBy(concepts, (row) => row[from])
        .entries()
        .map(([key, all]) => [key, all.map((row) => row[to])]),
    )
  return {
    version,
    facts: new Map(groups.flatMap(({ facts, ids }) => parseNumbers(ids).map((id) => [id, facts] as const))),
    parts: new Set(parts),
    concepts: listed('wording', 'concept'),
    wordings: listed('concept', 'wording'),
  }
}

/** One for the whole process, whoever asks: versions of different databases differ too. */
let remembered: Promise<Catalogue> | undefined

/** What this process remembers of the index, which may have changed since. */
export function recallCatalogue(db: Db): Promise<Catalogue> {
  if (!remembered) {
    const reading = readCatalogue(db)
    reading.catch(() => {
      if (remembered === reading) remembered = undefined
    })
    remembered = reading
  }
  return remembered
}

/** A catalogue newer than `outdated`, read once for all who ask for it meanwhile. */
export async function renewCatalogue(db: Db, outdated: Catalogue): Promise<Catalogue> {
  const current = remembered
  if (current && (await current) !== outdated) return current
  if (remembered === current) remembered = undefined
  return recallCatalogue(db)
}
