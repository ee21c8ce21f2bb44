import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { lockEdition } from '../../draft/commands.ts'
import type { NoticeWish } from '../../notices/types.ts'
import { readWarnings } from '../../warnings/queries.ts'
import type { Warning } from '../../warnings/types.ts'
import { publishRelease } from '../commands.ts'
import type { PublishOutcome } from '../types.ts'

/** `errors`: what publishing needs a second look for, because whoever publishes has not seen it. Nothing was published. */
export type ReviewedOutcome = PublishOutcome | { readonly kind: 'errors'; readonly errors: readonly Warning[] }

export type ReviewedInput = {
  readonly name?: string | undefined
  readonly note?: string | undefined
  readonly notices?: NoticeWish | undefined
  /** Keys of the open errors that whoever publishes has seen and publishes with. */
  readonly seenErrors: readonly string[]
}

/** The errors in the draft that nobody has accepted. */
async function findOpenErrors(tx: Transaction, scope: EditionScope): Promise<Warning[]> {
  const { open } = await readWarnings(tx, scope)
  return open.map(({ warning }) => warning).filter((warning) => warning.severity === 'error')
}

/**
 * Publishes the draft as `publishRelease` does, unless it has an error that nobody has accepted and that whoever publishes
 * has not seen: errors never block a draft, but nobody publishes one by accident.
 */
export async function publishReviewed(
  ctx: Context,
  scope: EditionScope,
  input: ReviewedInput,
): Promise<ReviewedOutcome> {
  ctx.authorize('programme.publish', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const errors = await findOpenErrors(tx, scope)
    if (errors.some((error) => !input.seenErrors.includes(error.key))) return { kind: 'errors', errors }
    const { name, note, notices } = input
    return publishRelease(ctx.in(tx), { editionId: scope.editionId, name, note, notices })
  })
}
