import type { Context } from '../../../../platform/context/types.ts'
import { ownAccountOf } from '../policy.ts'
import type { ProfileInput } from './schema.ts'

/** Says how the actor wants to be called. */
export async function saveProfile(ctx: Context, input: ProfileInput): Promise<void> {
  const accountId = ownAccountOf(ctx)
  await ctx.transaction(async (tx) => {
    await tx
      .updateTable('accounts')
      .set({ name: input.name || null })
      .where('id', '=', accountId)
      .execute()
  })
}
