import type { Context } from '../../../../platform/context/types.ts'
import { lockEdition } from '../../draft/commands.ts'
import { type SaveLogisticsOutcome, writeLogistics } from '../commands.ts'
import type { OwnLogisticsInput } from '../schema.ts'
import { ownPersonId, requireOwnEdition } from './queries.ts'

/**
 * Takes down what who acts says of their own coming to an edition; what organisers have noted of the line check stays. Throws
 * `edition.not_found` for an edition that they do not appear in, or that is over.
 */
export async function saveOwnLogistics(
  ctx: Context,
  editionId: string,
  input: OwnLogisticsInput,
  expectedRevision?: number,
): Promise<SaveLogisticsOutcome> {
  const personId = ownPersonId(ctx) ?? ''
  return ctx.transaction(async (tx) => {
    await requireOwnEdition(ctx.in(tx), editionId)
    await lockEdition(tx, editionId)
    return writeLogistics(ctx, tx, { editionId, personId }, input, expectedRevision, ctx.now().toString())
  })
}
