import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { claimAddress } from './addresses/commands.ts'

export type NewAccount = {
  readonly personId?: string | undefined
  /** What others call the owner, where no person says it. */
  readonly name?: string | undefined
  /** An address that is known to be the owner's. */
  readonly address?: string | undefined
}

/** Makes an account for somebody of whom the caller knows that they have none. Throws `account.address_taken`. */
export async function addAccount(ctx: Context, tx: Transaction, account: NewAccount): Promise<string> {
  const id = newId('account')
  const now = ctx.now().toString()
  const { personId = null, name = null, address } = account
  const row = { id, person_id: personId, name, created_at: now, disabled_at: null, factors_reset_at: null }
  await tx.insertInto('accounts').values(row).execute()
  if (address && !(await claimAddress(ctx, tx, { accountId: id, address })))
    throw new DomainError('account.address_taken')
  return id
}

/** Makes an account, for instance for a demonstration; whoever has the address can sign in. Returns its id. Throws `account.address_taken`. */
export async function openAccount(ctx: Context, account: NewAccount): Promise<string> {
  ctx.authorize('account.open', null)
  return ctx.transaction((tx) => addAccount(ctx, tx, account))
}

/** Deletes what is over: links, sign-ins, requests, challenges, counts. Returns how many. */
export async function forgetExpired(ctx: Context): Promise<number> {
  ctx.authorize('account.forget_expired', null)
  return ctx.transaction(async (tx) => {
    const now = ctx.now().toString()
    const tables = ['setup_links', 'sign_ins', 'sign_in_requests', 'address_changes'] as const
    const brief = ['passkey_challenges', 'oidc_attempts'] as const
    let forgotten = 0n
    for (const table of [...tables, ...brief]) {
      const { numDeletedRows } = await tx.deleteFrom(table).where('expires_at', '<=', now).executeTakeFirst()
      forgotten += numDeletedRows
    }
    const counts = await tx.deleteFrom('try_counts').where('ends_at', '<=', now).executeTakeFirst()
    return Number(forgotten + counts.numDeletedRows)
  })
}
