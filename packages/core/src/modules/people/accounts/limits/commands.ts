import { hashToken } from '../../../../kernel/tokens.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { type LimitName, limits, windowOf } from './rules.ts'
import type { TryOutcome } from './types.ts'

/**
 * Counts one try of `of` (an address, a network, an account; '' for everybody together) and says whether it is one too
 * many. The count is made and read in one statement, so it holds however many try at once, and it stays when what is
 * tried fails. What is counted is stored as a hash.
 */
export async function takeTry(ctx: Context, name: LimitName, of: string): Promise<TryOutcome> {
  const { startsAt, endsAt } = windowOf(limits[name], ctx.now())
  const { count } = await ctx.transaction((tx) =>
    tx
      .insertInto('try_counts')
      .values({ key: `${name}:${hashToken(of)}`, starts_at: startsAt, ends_at: endsAt, count: 1 })
      .onConflict((on) =>
        on.columns(['key', 'starts_at']).doUpdateSet((row) => ({ count: row('try_counts.count', '+', 1) })),
      )
      .returning('count')
      .executeTakeFirstOrThrow(),
  )
  return count > limits[name].tries ? { kind: 'too-many', until: endsAt } : { kind: 'allowed' }
}

/** `takeTry` for each of `tries` in turn, until one is too many: what is refused for one reason does not count for the others. */
export async function takeTries(ctx: Context, tries: readonly (readonly [LimitName, string])[]): Promise<TryOutcome> {
  for (const [name, of] of tries) {
    const outcome = await takeTry(ctx, name, of)
    if (outcome.kind === 'too-many') return outcome
  }
  return { kind: 'allowed' }
}
