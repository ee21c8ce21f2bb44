import { randomBytes } from 'node:crypto'
import { DomainError } from '../../../../kernel/errors.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { authorizeFactorChange } from '../factors/commands.ts'
import { readFactorCode } from '../factors/rules.ts'
import type { GiveOutcome } from '../factors/types.ts'
import { takeTry } from '../limits/commands.ts'
import type { TokenInput } from '../schema.ts'
import { strengthen } from '../sign-ins/commands.ts'
import { matchingStep, secretBytes } from './rules.ts'

/**
 * Begins to set up an authenticator app for the actor's account: makes a secret that counts once a code of it was shown.
 * Throws `factor.strong_needed` where a second factor has to be given first, and `factor.exists` where an app is set up.
 */
export async function beginApp(ctx: Context): Promise<void> {
  await ctx.transaction(async (tx) => {
    const accountId = await authorizeFactorChange(ctx, tx)
    const fresh = { secret: randomBytes(secretBytes), created_at: ctx.now().toString(), confirmed_at: null }
    const begun = await tx
      .insertInto('totp_secrets')
      .values({ account_id: accountId, ...fresh })
      .onConflict((on) => on.column('account_id').doUpdateSet(fresh).where('totp_secrets.confirmed_at', 'is', null))
      .executeTakeFirst()
    if (begun.numInsertedOrUpdatedRows === 0n) throw new DomainError('factor.exists')
  })
}

/** Marks the step of `code` as used and answers whether that succeeded: of many with the same code one does. */
export async function takeAppCode(
  ctx: Context,
  tx: Transaction,
  { accountId, code, isPending = false }: { accountId: string; code: string; isPending?: boolean },
): Promise<boolean> {
  const app = await tx
    .selectFrom('totp_secrets')
    .select(['secret', 'last_step'])
    .where('account_id', '=', accountId)
    .where('confirmed_at', isPending ? 'is' : 'is not', null)
    .executeTakeFirst()
  const step = app && matchingStep(app.secret, { code, now: ctx.now(), lastStep: app.last_step })
  if (step === undefined) return false
  const taken = await tx
    .updateTable('totp_secrets')
    .set({ last_step: step })
    .$if(isPending, (query) => query.set({ confirmed_at: ctx.now().toString() }))
    .where('account_id', '=', accountId)
    .where('confirmed_at', isPending ? 'is' : 'is not', null)
    .where('last_step', '<', step)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

/** Sets the app up for good once it shows the right code, which also counts as the second factor of the sign-in of `token`. */
export async function confirmApp(ctx: Context, input: TokenInput & { readonly code: string }): Promise<GiveOutcome> {
  const accountId = await ctx.transaction((tx) => authorizeFactorChange(ctx, tx))
  const tries = await takeTry(ctx, 'factor.account', accountId)
  if (tries.kind === 'too-many') return tries
  const read = readFactorCode(input.code)
  if (read?.kind !== 'app') return { kind: 'wrong' }
  return ctx.transaction(async (tx) => {
    const isConfirmed = await takeAppCode(ctx, tx, { accountId, code: read.code, isPending: true })
    const signIn = isConfirmed ? await strengthen(ctx, tx, { accountId, token: input.token }) : null
    return signIn ? { kind: 'given', signIn } : { kind: 'wrong' }
  })
}
