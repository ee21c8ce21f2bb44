import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { SharedScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { lockOrganisations } from '../commands.ts'

async function lockBoth(tx: Transaction, fromId: string, intoId: string): Promise<{ readonly slug: string }> {
  const rows = await tx
    .selectFrom('organisations')
    .select(['id', 'slug'])
    .where('id', 'in', [fromId, intoId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const missing = [fromId, intoId].find((id) => !rows.some((row) => row.id === id))
  if (missing) throw new DomainError('organisation.not_found', { id: missing })
  return rows.find((row) => row.id === fromId)!
}

async function completeProfile(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  await sql`update organisations as into_one set
      short_name = coalesce(into_one.short_name, from_one.short_name),
      kind = case when into_one.kind = 'other' then from_one.kind else into_one.kind end,
      ars = coalesce(into_one.ars, from_one.ars),
      land = coalesce(into_one.land, from_one.land),
      website = coalesce(into_one.website, from_one.website),
      description = from_one.description || into_one.description,
      updated_at = now()
    from organisations as from_one where from_one.id = ${fromId} and into_one.id = ${intoId}`.execute(tx)
}

async function moveOwn(tx: Transaction, fromId: string, intoId: string, slug: string): Promise<void> {
  await sql`insert into organisation_names (organisation_id, name, folded)
    select ${intoId}, name, folded from organisation_names where organisation_id = ${fromId}
    on conflict do nothing`.execute(tx)
  await tx
    .updateTable('organisation_slugs')
    .set({ organisation_id: intoId })
    .where('organisation_id', '=', fromId)
    .execute()
  await tx.insertInto('organisation_slugs').values({ slug, organisation_id: intoId, former_id: fromId }).execute()
}

/**
 * Makes two entries of one organisation one: everything about `from` and all its names go to `into`, the address of its
 * page leads there, and `from` is no more. `same`: there is only one of them. Throws `organisation.not_found`.
 */
export async function mergeOrganisations(
  ctx: Context,
  from: SharedScope<'organisation'>,
  into: SharedScope<'organisation'>,
): Promise<{ readonly kind: 'merged' | 'same' }> {
  ctx.authorize('organisation.change', from)
  ctx.authorize('organisation.change', into)
  if (from.id === into.id) return { kind: 'same' }
  return ctx.transaction(async (tx) => {
    await lockOrganisations(tx)
    const { slug } = await lockBoth(tx, from.id, into.id)
    await completeProfile(tx, from.id, into.id)
    await moveOwn(tx, from.id, into.id, slug)
    await ctx.publish(tx, 'OrganisationsMerged', { fromId: from.id, intoId: into.id })
    await tx.deleteFrom('organisations').where('id', '=', from.id).execute()
    await touchPublication(tx)
    await ctx.publish(tx, 'SiteChanged', {})
    return { kind: 'merged' }
  })
}
