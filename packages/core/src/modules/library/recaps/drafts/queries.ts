import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { ManagedRecap, RecapDraft } from '../types.ts'

/** The recaps of an edition, drafts too: the one about the whole first, then by session. One query. */
export function listRecapDrafts(db: Db, { editionId }: EditionScope): Promise<RecapDraft[]> {
  return db
    .selectFrom('recaps')
    .leftJoin('sessions', 'sessions.id', 'recaps.session_id')
    .select([
      'recaps.id',
      sql<string>`coalesce(nullif(recaps.title ->> 'de', ''), recaps.title ->> 'en')`.as('title'),
      'sessions.title as session',
      'recaps.visibility',
    ])
    .where('recaps.edition_id', '=', editionId)
    .orderBy('sessions.position', (order) => order.asc().nullsFirst())
    .orderBy('recaps.id')
    .execute()
}

/** A recap of the edition, as its form shows it. */
export async function findManagedRecap(db: Db, { editionId }: EditionScope, id: string): Promise<ManagedRecap | null> {
  const row = await db
    .selectFrom('recaps')
    .selectAll()
    .where('edition_id', '=', editionId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const form = {
    sessionId: row.session_id ?? undefined,
    title: row.title,
    body: row.body,
    conclusion: row.conclusion,
    sourceId: row.source_id ?? undefined,
  }
  return { id, revision: row.revision, visibility: row.visibility, form }
}

/** The sessions of an edition, to choose one from, in programme order. One query. */
export function listSessionChoices(
  db: Db,
  { editionId }: EditionScope,
): Promise<{ readonly id: string; readonly slug: string; readonly title: string }[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'slug', 'title'])
    .where('edition_id', '=', editionId)
    .where('state', '<>', 'removed')
    .orderBy('position')
    .orderBy('title')
    .execute()
}
