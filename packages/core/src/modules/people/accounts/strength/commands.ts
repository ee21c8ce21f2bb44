import type { Context } from '../../../../platform/context/types.ts'
import { readFactorCode } from '../factors/rules.ts'
import type { GiveOutcome } from '../factors/types.ts'
import { takeTry } from '../limits/commands.ts'
import { ownAccountOf } from '../policy.ts'
import { takeRecoveryCode } from '../recovery/commands.ts'
import type { TokenInput } from '../schema.ts'
import { strengthen } from '../sign-ins/commands.ts'
import { takeAppCode } from '../totp/commands.ts'

/** Takes a code of the actor's app, or a recovery code, as the second factor of the sign-in that `token` belongs to. */
export async function giveCode(ctx: Context, input: TokenInput & { readonly code: string }): Promise<GiveOutcome> {
  const accountId = ownAccountOf(ctx)
  const tries = await takeTry(ctx, 'factor.account', accountId)
  if (tries.kind === 'too-many') return tries
  const read = readFactorCode(input.code)
  if (!read) return { kind: 'wrong' }
  return ctx.transaction(async (tx) => {
    const proof = { accountId, code: read.code }
    const isTaken = await (read.kind === 'app' ? takeAppCode(ctx, tx, proof) : takeRecoveryCode(ctx, tx, proof))
    const signIn = isTaken ? await strengthen(ctx, tx, { accountId, token: input.token }) : null
    return signIn ? { kind: 'given', signIn } : { kind: 'wrong' }
  })
}
