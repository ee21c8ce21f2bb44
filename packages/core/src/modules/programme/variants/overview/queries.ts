import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { readCircumstances } from '../../circumstances/queries.ts'
import { readDraft } from '../../draft/queries.ts'
import { readBoard } from '../../journal/queries.ts'
import { nameTopics } from '../../warnings/report/queries.ts'
import { findVariant, listVariants } from '../queries.ts'
import { compareProgrammes, withPlaces } from '../rules.ts'
import { planTakeOver, summarise } from './rules.ts'
import type { VariantList, VariantView } from './types.ts'

/** The variants of an edition with what they come to, and the draft beside them. The number of queries does not grow with it. */
export async function readVariantList(ctx: Context, scope: EditionScope): Promise<VariantList> {
  ctx.authorize('programme.edit', scope)
  const [draft, circumstances, variants] = await Promise.all([
    readDraft(ctx.db, scope.editionId),
    readCircumstances(ctx.db, scope.editionId),
    listVariants(ctx.db, scope),
  ])
  return summarise(draft, variants, circumstances)
}

/** A variant beside another one, or beside the draft (null). Throws `variant.not_found`. */
export async function readVariantView(
  ctx: Context,
  scope: EditionScope,
  id: string,
  otherId: string | null,
): Promise<VariantView> {
  ctx.authorize('programme.edit', scope)
  const [board, circumstances, topics, variant, other, all] = await Promise.all([
    readBoard(ctx.db, scope.editionId),
    readCircumstances(ctx.db, scope.editionId),
    nameTopics(ctx.db, scope),
    findVariant(ctx.db, scope, id),
    otherId === null ? null : findVariant(ctx.db, scope, otherId),
    listVariants(ctx.db, scope),
  ])
  const draft = board.programme
  const programmes = [other ? withPlaces(draft, other.places) : draft, withPlaces(draft, variant.places)] as const
  return {
    variant,
    other,
    comparison: compareProgrammes(...programmes, circumstances),
    programmes,
    circumstances,
    topics,
    plan: planTakeOver(draft, variant, board.lockedIds),
    others: all.filter((one) => one.id !== id).map(({ id: own, name }) => ({ id: own, name })),
  }
}
