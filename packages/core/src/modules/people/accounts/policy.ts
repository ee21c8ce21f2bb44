import { anybody, anyOf, hasRole, isSignedIn, isSystem, ownsAccount, type Predicate } from '../../../kernel/actor.ts'
import { DomainError } from '../../../kernel/errors.ts'
import type { Context } from '../../../platform/context/types.ts'

declare module '../../../platform/context/types.ts' {
  interface Permissions {
    'account.set_up': null
    'account.open': null
    'account.sign_in': null
    'account.sign_out': null
    'account.own': { readonly accountId: string }
    'account.manage': null
    'account.write_mail': null
    'account.forget_expired': null
  }
}

// What proves a right to these is the token, the code or the key itself, which only its owner has.
const withProof: Predicate = anybody

export const accountsPolicy = {
  /** Making a link that signs in whom it was made for. */
  'account.set_up': isSystem,
  /** Making an account for somebody. */
  'account.open': isSystem,
  'account.sign_in': withProof,
  'account.sign_out': withProof,
  /** One's own address, second factors and sign-ins. */
  'account.own': ownsAccount,
  /** Everybody's accounts: finding, disabling, resetting. */
  'account.manage': anyOf(isSystem, hasRole('operator')),
  'account.write_mail': isSystem,
  'account.forget_expired': isSystem,
} satisfies Record<string, Predicate>

/** The actor's own account. Throws `access.denied` for whom has none. */
export function ownAccountOf(ctx: Context): string {
  if (!isSignedIn(ctx.actor, null) || ctx.actor.kind !== 'account') {
    throw new DomainError('access.denied', { permission: 'account.own' })
  }
  ctx.authorize('account.own', { accountId: ctx.actor.accountId })
  return ctx.actor.accountId
}
