import { sql } from 'kysely'
import type { Transaction } from '../../../platform/database/tables.ts'
import { ensureErasedPerson } from '../../people/persons/erased/commands.ts'
import { erasedPerson } from '../../people/persons/erased/rules.ts'
import { lockEdition } from '../draft/commands.ts'
import { renewProjection } from '../projection/commands.ts'
import { forgetInDocument, type Leaving, renameSession, slugPattern } from './rules.ts'

type Search = { readonly marks: readonly string[]; readonly slugs: string | undefined }

/** The condition that a release names who leaves, by id or in an address. */
function isNamedIn({ marks, slugs }: Search) {
  const byId = sql`snapshot::text like any(${marks}) or changes::text like any(${marks})`
  return slugs ? sql`(${byId} or concat(snapshot, changes, report) ~ ${slugs})` : sql`(${byId})`
}

async function listEditions(tx: Transaction, leaving: Leaving, search: Search): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select sessions.edition_id as id from appearances join sessions on sessions.id = appearances.session_id
      where person_id = any(${leaving.personIds})
    union select edition_id from releases where ${isNamedIn(search)}
    union select edition_id from sessions where ${search.slugs ?? null}::text is not null and slug ~ ${search.slugs ?? ''}
    order by 1`.execute(tx)
  return rows.map((row) => row.id)
}

async function forgetInReleases(tx: Transaction, editionId: string, leaving: Leaving, search: Search): Promise<void> {
  const { rows } = await sql<{ id: string; snapshot: unknown; changes: unknown; report: unknown }>`
    select id, snapshot, changes, report from releases
    where edition_id = ${editionId} and ${isNamedIn(search)}`.execute(tx)
  for (const { id, ...documents } of rows) {
    const [snapshot, changes, report] = [documents.snapshot, documents.changes, documents.report].map((document) =>
      JSON.stringify(forgetInDocument(document, leaving)),
    )
    await sql`update releases set snapshot = ${snapshot}, changes = ${changes}, report = ${report}
      where id = ${id}`.execute(tx)
  }
}

async function renameSessions(tx: Transaction, pattern: string): Promise<void> {
  const { rows } = await sql<{ id: string; slug: string }>`
    select id, slug from sessions where slug ~ ${pattern}`.execute(tx)
  for (const { id, slug } of rows) {
    await tx
      .updateTable('sessions')
      .set({ slug: renameSession(id, slug, pattern) })
      .where('id', '=', id)
      .execute()
  }
}

/**
 * Takes somebody out of every programme, drafts and all releases alike: at their sessions stands the erased person with
 * the organisation of that day, which is what figures count. In a transaction that is erasing. Answers the editions that
 * this changed, which stay locked; `showAnew` makes them public.
 */
export async function forgetInProgrammes(tx: Transaction, leaving: Leaving): Promise<string[]> {
  const search = { marks: leaving.personIds.map((id) => `%${id}%`), slugs: slugPattern(leaving.slugs) }
  const editionIds = await listEditions(tx, leaving, search)
  if (editionIds.length === 0) return []
  await ensureErasedPerson(tx)
  for (const editionId of editionIds) {
    await lockEdition(tx, editionId)
    await forgetInReleases(tx, editionId, leaving, search)
  }
  if (search.slugs) await renameSessions(tx, search.slugs)
  await sql`update appearances set person_id = ${erasedPerson.id}, function = null, note = null
    where person_id = any(${leaving.personIds})`.execute(tx)
  return editionIds
}

/** Shows the latest releases of these editions as they are now, and of those whose public texts match `pattern`. Answers which. */
export async function showAnew(
  tx: Transaction,
  editionIds: readonly string[],
  pattern: string | undefined,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select edition_id as id from published_programmes where edition_id = any(${editionIds})
    union select edition_id from published_sessions
      where ${pattern ?? null}::text is not null and data::text ~* ${pattern ?? ''}
    order by 1`.execute(tx)
  for (const { id } of rows) await renewProjection(tx, await lockEdition(tx, id))
  return rows.map((row) => row.id)
}
