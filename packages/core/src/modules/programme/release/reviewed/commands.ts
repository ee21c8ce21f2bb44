import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { emptyProgramme } from '../../changes/rules.ts'
import { lockEdition } from '../../draft/commands.ts'
import { readDraft } from '../../draft/queries.ts'
import type { NoticeWish } from '../../notices/types.ts'
import type { Warning } from '../../warnings/types.ts'
import { findDifference } from '../difference/rules.ts'
import { readOpenErrors } from '../preview/queries.ts'
import { publishProgramme } from '../publishing/commands.ts'
import { findLatestRelease } from '../queries.ts'
import type { PublishOutcome } from '../types.ts'

/**
 * `errors`: what publishing needs a second look for, because whoever publishes has not seen it. `outdated`: since they
 * looked, the draft has changed. Nothing was published.
 */
export type ReviewedOutcome =
  | PublishOutcome
  | { readonly kind: 'errors'; readonly errors: readonly Warning[] }
  | { readonly kind: 'outdated' }

export type ReviewedInput = {
  readonly name?: string | undefined
  readonly note?: string | undefined
  readonly notices?: NoticeWish | undefined
  /** Keys of the open errors that whoever publishes has seen and publishes with. */
  readonly seenErrors: readonly string[]
  /** The stamp of the difference that they have seen; without one whatever it is by now. */
  readonly seenStamp?: string | undefined
}

/**
 * Publishes the draft as `publishRelease` does, unless it has an error that nobody has accepted and that whoever publishes
 * has not seen: errors never block a draft, but nobody publishes one by accident. Nor does anybody publish, and have told to
 * people, what others have moved since they looked.
 */
export async function publishReviewed(
  ctx: Context,
  scope: EditionScope,
  { name, note, notices, seenErrors, seenStamp }: ReviewedInput,
): Promise<ReviewedOutcome> {
  ctx.authorize('programme.publish', scope)
  return ctx.transaction(async (tx) => {
    const edition = await lockEdition(tx, scope.editionId)
    const [former, programme] = [await findLatestRelease(tx, edition.id), await readDraft(tx, edition.id)]
    const { openErrors: errors } = await readOpenErrors(tx, scope, programme)
    if (errors.some((error) => !seenErrors.includes(error.key))) return { kind: 'errors', errors }
    if (seenStamp !== undefined) {
      const { stamp } = findDifference(former?.programme ?? emptyProgramme(programme.timeZone), programme)
      if (stamp !== seenStamp) return { kind: 'outdated' }
    }
    return publishProgramme(ctx, tx, edition, { programme, former, name, note, notices })
  })
}
