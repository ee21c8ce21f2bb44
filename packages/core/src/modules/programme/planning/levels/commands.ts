import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { upsertRows } from '../../../../platform/database/rows.ts'
import { lockEdition } from '../../draft/commands.ts'
import type { LevelsInput } from './schema.ts'

/** Says how much each wish counts when the programme of the edition is planned. The last word counts. */
export async function saveLevels(ctx: Context, scope: EditionScope, levels: LevelsInput): Promise<void> {
  ctx.authorize('programme.edit', scope)
  await ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    await upsertRows(tx, 'planning_levels', ['edition_id'], [{ edition_id: scope.editionId, levels }])
  })
}
