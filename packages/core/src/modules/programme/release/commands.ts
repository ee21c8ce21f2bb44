import type { Context } from '../../../platform/context/types.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { lockEdition } from '../draft/commands.ts'
import { readDraft } from '../draft/queries.ts'
import type { NoticeWish } from '../notices/types.ts'
import { publishProgramme } from './publishing/commands.ts'
import { findLatestRelease } from './queries.ts'
import type { PublishOutcome } from './types.ts'

export type PublishInput = {
  readonly editionId: string
  /** What people call this release; its number where nothing is said. */
  readonly name?: string | undefined
  readonly note?: string | undefined
  /** How those whom it concerns are told; nobody is where nothing is said. */
  readonly notices?: NoticeWish | undefined
}

/**
 * Makes the draft of an edition its next release, which never changes again, and shows it to the public in the place of
 * the one before. A draft equal to the latest release makes none. Throws `edition.not_found`.
 */
export async function publishRelease(ctx: Context, input: PublishInput): Promise<PublishOutcome> {
  ctx.authorize('programme.publish', await scopeOfEdition(ctx.db, input.editionId))
  return ctx.transaction(async (tx) => {
    const edition = await lockEdition(tx, input.editionId)
    const former = await findLatestRelease(tx, edition.id)
    const programme = await readDraft(tx, edition.id)
    const { name, note, notices } = input
    return publishProgramme(ctx, tx, edition, { programme, former, name, note, notices })
  })
}
