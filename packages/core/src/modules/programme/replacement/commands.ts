import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { lockPersons, planPersons, savePersons } from '../../people/persons/commands.ts'
import type { PersonPlan } from '../../people/persons/types.ts'
import { lockEdition } from '../draft/commands.ts'
import { readDraft } from '../draft/queries.ts'
import { changeAlone } from '../release/alone/commands.ts'
import { prepareReplacement } from './queries.ts'
import { toPersonInput } from './rules.ts'
import type { ReplacementInput } from './schema.ts'
import type { ReplacementOutcome } from './types.ts'

/** Who a typed name is: the only one of that name in the series, or somebody new. Null where no name was typed. */
async function planPerson(
  tx: Transaction,
  scope: EditionScope,
  { standIn }: ReplacementInput,
): Promise<PersonPlan | null> {
  if (standIn.kind !== 'name') return null
  await lockPersons(tx)
  return planPersons(tx, scope.seriesId, [toPersonInput(scope, standIn.name)])
}

/**
 * Puts somebody in the place of whoever cannot come, in the draft and, with this change alone, in what the public sees:
 * programme, pages, calendars and PDF follow from the release. Who was planned stays on record as replaced. What others
 * have under way in the draft is not published with it. Throws `session.not_found`, `reserve.not_found`, `person.not_found`.
 */
export async function replaceSpeaker(
  ctx: Context,
  scope: EditionScope,
  input: ReplacementInput,
): Promise<ReplacementOutcome> {
  ctx.authorize('programme.edit', scope)
  ctx.authorize('programme.publish', scope)
  return ctx.transaction(async (tx) => {
    // People before the edition, as everybody takes these locks, so that no two wait for each other.
    const plan = await planPerson(tx, scope, input)
    const edition = await lockEdition(tx, scope.editionId)
    const draft = await readDraft(tx, scope.editionId)
    const prepared = await prepareReplacement(tx, scope, draft, input, plan?.ensured[0] ?? null)
    if (prepared.kind !== 'ready') return prepared
    if (plan) await savePersons(tx, plan)
    const { session, appearance, change } = prepared
    const doing = { kind: 'replace', sessionId: session.id } as const
    const published = await changeAlone(ctx, tx, edition, draft, { ...input, change, doing })
    if (published.kind === 'unchanged') return { kind: 'nobody' }
    if (input.standIn.kind === 'reserve')
      await tx.updateTable('reserves').set({ state: 'used' }).where('id', '=', input.standIn.reserveId).execute()
    const { kind: _, ...seen } = published
    return { kind: 'replaced', personId: appearance.personId!, appearanceId: appearance.id, ...seen }
  })
}
