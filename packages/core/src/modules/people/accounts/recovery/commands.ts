import type { Context } from '../../../../platform/context/types.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { authorizeFactorChange } from '../factors/commands.ts'
import { hashRecoveryCode, newRecoveryCode, recoveryCodeCount, showRecoveryCode } from './rules.ts'

/** Makes new recovery codes for the actor's account and voids the former ones. They are answered as printed, and never again. */
export async function makeRecoveryCodes(ctx: Context): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode)
  await ctx.transaction(async (tx) => {
    const accountId = await authorizeFactorChange(ctx, tx)
    await tx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute()
    const rows = codes.map((code) => ({
      account_id: accountId,
      code_hash: hashRecoveryCode(accountId, code),
      used_at: null,
    }))
    await insertRows(tx, 'recovery_codes', rows)
  })
  return codes.map(showRecoveryCode)
}

/** Uses a recovery code up and answers whether that succeeded: of many with the same code one does. */
export async function takeRecoveryCode(
  ctx: Context,
  tx: Transaction,
  { accountId, code }: { accountId: string; code: string },
): Promise<boolean> {
  const taken = await tx
    .updateTable('recovery_codes')
    .set({ used_at: ctx.now().toString() })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashRecoveryCode(accountId, code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return taken.numUpdatedRows === 1n
}
