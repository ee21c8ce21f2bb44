import { sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { authorizeRoles, type RoleTarget } from './policy.ts'
import { canWithdraw, rolesFor } from './rules.ts'
import type { RoleInput } from './schema.ts'
import type { WithdrawOutcome } from './types.ts'

export type GrantInput = RoleInput & RoleTarget & { readonly accountId: string }

/** Throws `role.wrong_place` where this role is not given in that place, and `track.not_found` for a track of another edition. */
export async function checkPlace(
  tx: Transaction,
  { role, seriesId, editionId, trackId }: RoleInput & RoleTarget,
): Promise<void> {
  if (!rolesFor({ seriesId, editionId }).includes(role)) throw new DomainError('role.wrong_place', { role })
  if (trackId === undefined) return
  if (role !== 'review') throw new DomainError('role.wrong_place', { role })
  const track = tx.selectFrom('tracks').select('id').where('id', '=', trackId).where('edition_id', '=', editionId)
  if (!(await track.executeTakeFirst())) throw new DomainError('track.not_found', { id: trackId })
}

/**
 * Gives an account a role; one that it has already stays as it is. Counts from the account's next request on. Throws
 * `role.wrong_place` where this role is not given there, and `track.not_found`.
 */
export async function grantRole(ctx: Context, input: GrantInput): Promise<void> {
  authorizeRoles(ctx, input)
  await ctx.transaction(async (tx) => {
    await checkPlace(tx, input)
    await tx
      .insertInto('role_grants')
      .values({
        id: newId('roleGrant'),
        account_id: input.accountId,
        role: input.role,
        series_id: input.seriesId,
        edition_id: input.editionId,
        track_id: input.trackId ?? null,
        granted_by: ctx.actor.kind === 'account' ? ctx.actor.accountId : null,
        granted_at: ctx.now().toString(),
      })
      .onConflict((on) => on.doNothing())
      .execute()
  })
}

/**
 * Takes a role away, from the account's next request on. The last operator and the last organiser of a series keep
 * theirs. Throws `role.not_found` for one that was not given in this place.
 */
export async function withdrawRole(ctx: Context, target: RoleTarget, grantId: string): Promise<WithdrawOutcome> {
  authorizeRoles(ctx, target)
  return ctx.transaction(async (tx) => {
    // Two who take each other's role away at once would leave nobody.
    await sql`lock table role_grants in share row exclusive mode`.execute(tx)
    const grant = await tx
      .selectFrom('role_grants as given')
      .select((of) => [
        'given.role',
        of
          .selectFrom('role_grants as held')
          .innerJoin('accounts', 'accounts.id', 'held.account_id')
          .select((count) => count.fn.count<number>('held.account_id').distinct().as('holders'))
          .whereRef('held.role', '=', 'given.role')
          .where('held.series_id', 'is not distinct from', target.seriesId)
          .where('held.edition_id', 'is not distinct from', target.editionId)
          .where('accounts.disabled_at', 'is', null)
          .as('holders'),
      ])
      .where('given.id', '=', grantId)
      .where('given.series_id', 'is not distinct from', target.seriesId)
      .where('given.edition_id', 'is not distinct from', target.editionId)
      .executeTakeFirst()
    if (!grant) throw new DomainError('role.not_found', { id: grantId })
    if (!canWithdraw(grant.role, Number(grant.holders))) return { kind: 'kept' }
    await tx.deleteFrom('role_grants').where('id', '=', grantId).execute()
    return { kind: 'withdrawn' }
  })
}
