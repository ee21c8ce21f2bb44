import { DomainError } from '../../../../kernel/errors.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { ownAccountOf } from '../policy.ts'
import { findStanding } from '../queries.ts'
import { findFactors } from './queries.ts'
import { mayChangeFactors } from './rules.ts'
import type { RemoveOutcome } from './types.ts'

/**
 * The actor's account, locked, if its owner may add or remove second factors. Throws `access.denied`, and
 * `factor.strong_needed` where the one there is has to be given first.
 */
export async function authorizeFactorChange(ctx: Context, tx: Transaction): Promise<string> {
  const accountId = ownAccountOf(ctx)
  // Two changes at once would each see the factor that the other one removes.
  await tx.selectFrom('accounts').select('id').where('id', '=', accountId).forUpdate().execute()
  const { hasFactor } = await findStanding(tx, accountId)
  const isStrong = ctx.actor.kind === 'account' && ctx.actor.isStrong
  if (!mayChangeFactors({ isStrong, hasFactor })) throw new DomainError('factor.strong_needed')
  return accountId
}

/** Removes one of the actor's second factors: the app, or the passkey of that id. The last one stays while they have a role. */
export async function removeFactor(
  ctx: Context,
  factor: { readonly kind: 'app' } | { readonly kind: 'passkey'; readonly id: string },
): Promise<RemoveOutcome> {
  return ctx.transaction(async (tx) => {
    const accountId = await authorizeFactorChange(ctx, tx)
    const [{ passkeys, hasApp }, { hasRoles }] = [await findFactors(tx, accountId), await findStanding(tx, accountId)]
    const isMine = factor.kind === 'app' ? hasApp : passkeys.some(({ id }) => id === factor.id)
    if (isMine && hasRoles && passkeys.length + Number(hasApp) === 1) return { kind: 'kept' }
    if (factor.kind === 'app') await tx.deleteFrom('totp_secrets').where('account_id', '=', accountId).execute()
    else await tx.deleteFrom('passkeys').where('account_id', '=', accountId).where('id', '=', factor.id).execute()
    return { kind: 'removed' }
  })
}
