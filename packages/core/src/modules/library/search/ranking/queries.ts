import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/tables.ts'
import type { Catalogue } from '../catalogue/types.ts'
import type { Plan } from '../plan/types.ts'
import { rankDocuments, scoreDocuments, withoutExcluded } from './rules.ts'
import type { Filters, Page, Ranking, ScoredDocument } from './types.ts'

/** Those that hold every phrase word for word. */
async function keepPhrases(db: Db, documents: readonly ScoredDocument[], phrases: readonly string[]) {
  if (phrases.length === 0 || documents.length === 0) return documents
  // An array as PostgreSQL writes it: for thousands of numbers much quicker than what the driver does.
  const ids = `{${documents.map(({ id }) => id).join(',')}}`
  const found = await sql<{ id: number }>`select document_id as id from search_texts
    where document_id = any(${ids}::integer[])
    ${sql.join(
      phrases.map((phrase) => sql`and position(${phrase} in words) > 0`),
      sql` `,
    )}`.execute(db)
  const holding = new Set(found.rows.map(({ id }) => id))
  return documents.filter(({ id }) => holding.has(id))
}

/** What answers the plan under the filters, best first. No statement but for phrases, which take one. */
export async function rank(db: Db, plan: Plan, catalogue: Catalogue, filters: Filters, page: Page): Promise<Ranking> {
  const scored = withoutExcluded(plan, scoreDocuments(plan))
  return rankDocuments(await keepPhrases(db, scored, plan.query.phrases), catalogue.facts, filters, page)
}
