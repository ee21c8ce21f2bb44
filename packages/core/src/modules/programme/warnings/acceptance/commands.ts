import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { upsertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { readCircumstances } from '../../circumstances/queries.ts'
import { lockEdition } from '../../draft/commands.ts'
import { readDraft } from '../../draft/queries.ts'
import { noteOutside } from '../../journal/writing/commands.ts'
import { findWarnings } from '../rules.ts'
import { fingerprintOf } from './rules.ts'
import type { AcceptanceInput } from './schema.ts'

async function findFingerprint(tx: Transaction, editionId: string, key: string): Promise<string | null> {
  const [programme, circumstances] = [await readDraft(tx, editionId), await readCircumstances(tx, editionId)]
  const warning = findWarnings(programme, circumstances).find((one) => one.key === key)
  return warning ? fingerprintOf(warning) : null
}

/**
 * Lets a warning stand, with a reason, for as long as its facts are those that were seen. `changed`: they are others by now,
 * or the warning is gone; nothing was written.
 */
export async function acceptWarning(
  ctx: Context,
  scope: EditionScope,
  input: AcceptanceInput,
): Promise<{ readonly kind: 'accepted' | 'changed' }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const { key, fingerprint, reason } = input
    if ((await findFingerprint(tx, scope.editionId, key)) !== fingerprint) return { kind: 'changed' }
    const account_id = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
    const row = { edition_id: scope.editionId, key, fingerprint, reason, account_id, accepted_at: ctx.now().toString() }
    await upsertRows(tx, 'accepted_warnings', ['edition_id', 'key'], [row])
    await noteOutside(ctx, tx, scope.editionId, { kind: 'surroundings' })
    return { kind: 'accepted' }
  })
}

/** The warning is shown again. One that was not accepted is no error. */
export async function withdrawAcceptance(ctx: Context, scope: EditionScope, key: string): Promise<void> {
  ctx.authorize('programme.edit', scope)
  await ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const own = tx.deleteFrom('accepted_warnings').where('edition_id', '=', scope.editionId)
    const gone = await own.where('key', '=', key).returning('key').execute()
    if (gone.length > 0) await noteOutside(ctx, tx, scope.editionId, { kind: 'surroundings' })
  })
}
