import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'

/**
 * Who published the releases of an edition, as far as the log of changes knows it: id of the release → name of the account's
 * person, else what the account is called. One query.
 */
export async function listPublishers(ctx: Context, scope: EditionScope): Promise<ReadonlyMap<string, string>> {
  ctx.authorize('programme.view', scope)
  const { rows } = await sql<{ id: string; name: string | null }>`
    select rows.object_id as id, coalesce(persons.name, accounts.name) as name
    from change_rows as rows join changes on changes.id = rows.change_id
    join accounts on accounts.id = changes.actor left join persons on persons.id = accounts.person_id
    where rows.object_table = 'releases' and rows.operation = 'insert' and rows.edition_id = ${scope.editionId}`.execute(
    ctx.db,
  )
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}
