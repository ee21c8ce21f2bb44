import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { SharedScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { lockPersons } from '../commands.ts'
import type { MergePersonsOutcome } from './types.ts'

async function lockBoth(tx: Transaction, fromId: string, intoId: string): Promise<{ readonly slug: string }> {
  const rows = await tx
    .selectFrom('persons')
    .select(['id', 'slug'])
    .where('id', 'in', [fromId, intoId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const missing = [fromId, intoId].find((id) => !rows.some((row) => row.id === id))
  if (missing) throw new DomainError('person.not_found', { id: missing })
  return rows.find((row) => row.id === fromId)!
}

/** Gives the one account that is in use to `intoId`. False where both have one; then nothing was written. */
async function settleAccounts(tx: Transaction, fromId: string, intoId: string): Promise<boolean> {
  const rows = await tx
    .selectFrom('accounts')
    .select(['person_id', 'disabled_at'])
    .where('person_id', 'in', [fromId, intoId])
    .execute()
  const inUse = rows.filter((row) => row.disabled_at === null)
  if (inUse.length > 1) return false
  const loser = inUse[0]?.person_id === fromId ? intoId : fromId
  const hasBoth = rows.length > 1
  if (hasBoth) await tx.updateTable('accounts').set({ person_id: null }).where('person_id', '=', loser).execute()
  await tx.updateTable('accounts').set({ person_id: intoId }).where('person_id', '=', fromId).execute()
  return true
}

/** What one of them says and the other does not is kept; where both say something, the one that stays is right. */
async function completeProfile(tx: Transaction, fromId: string, intoId: string): Promise<void> {
  await sql`update persons as into_person set
      academic_title = coalesce(into_person.academic_title, from_person.academic_title),
      biography = from_person.biography || into_person.biography,
      website = coalesce(into_person.website, from_person.website),
      updated_at = now()
    from persons as from_person where from_person.id = ${fromId} and into_person.id = ${intoId}`.execute(tx)
}

async function moveOwn(tx: Transaction, fromId: string, intoId: string, slug: string): Promise<void> {
  await sql`insert into person_names (person_id, name, folded)
    select ${intoId}, name, folded from person_names where person_id = ${fromId} on conflict do nothing`.execute(tx)
  await tx.updateTable('person_references').set({ person_id: intoId }).where('person_id', '=', fromId).execute()
  await tx.updateTable('person_slugs').set({ person_id: intoId }).where('person_id', '=', fromId).execute()
  await tx.insertInto('person_slugs').values({ slug, person_id: intoId, former_id: fromId }).execute()
  await sql`update person_contacts set person_id = ${intoId} where person_id = ${fromId}
    and not exists (select from person_contacts where person_id = ${intoId})`.execute(tx)
}

/**
 * Makes two entries of one human one: everything that `from` did, is called and is known by goes to `into`, the address of
 * its page leads there, and `from` is no more. Throws `person.not_found`.
 */
export async function mergePersons(
  ctx: Context,
  from: SharedScope<'person'>,
  into: SharedScope<'person'>,
): Promise<MergePersonsOutcome> {
  ctx.authorize('person.change', from)
  ctx.authorize('person.change', into)
  if (from.id === into.id) return { kind: 'same' }
  return ctx.transaction(async (tx) => {
    await lockPersons(tx)
    const { slug } = await lockBoth(tx, from.id, into.id)
    if (!(await settleAccounts(tx, from.id, into.id))) return { kind: 'two_accounts' }
    await completeProfile(tx, from.id, into.id)
    await moveOwn(tx, from.id, into.id, slug)
    await ctx.publish(tx, 'PersonsMerged', { fromId: from.id, intoId: into.id })
    await tx.deleteFrom('persons').where('id', '=', from.id).execute()
    await touchPublication(tx)
    await ctx.publish(tx, 'SiteChanged', {})
    return { kind: 'merged' }
  })
}
