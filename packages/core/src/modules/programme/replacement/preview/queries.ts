import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { planPersons } from '../../../people/persons/commands.ts'
import { readCircumstances } from '../../circumstances/queries.ts'
import { readDraft } from '../../draft/queries.ts'
import type { SessionChange } from '../../release/alone/types.ts'
import { findLatestRelease } from '../../release/queries.ts'
import type { Programme } from '../../types.ts'
import { connect } from '../connecting/rules.ts'
import type { ConnectionInput } from '../connecting/schema.ts'
import { prepareReplacement } from '../queries.ts'
import { toPersonInput } from '../rules.ts'
import type { ReplacementInput } from '../schema.ts'
import { previewChange } from './rules.ts'
import type { ReplacementPreview } from './types.ts'

async function preview(
  db: Db,
  { editionId }: EditionScope,
  draft: Programme,
  sessionId: string,
  change: SessionChange,
): Promise<ReplacementPreview> {
  const [former, circumstances] = await Promise.all([
    findLatestRelease(db, editionId),
    readCircumstances(db, editionId),
  ])
  const previewed = previewChange(draft, former?.programme ?? null, circumstances, sessionId, change)
  return previewed ? { kind: 'ready', ...previewed } : { kind: 'unchanged' }
}

/**
 * What `replaceSpeaker` would do with this input, for whom, and what would be wrong with it then. Writes nothing. Throws
 * `session.not_found`, `reserve.not_found`, `person.not_found`.
 */
export async function previewReplacement(
  ctx: Context,
  scope: EditionScope,
  input: ReplacementInput,
): Promise<ReplacementPreview> {
  ctx.authorize('programme.edit', scope)
  const { db } = ctx
  const { standIn } = input
  const draft = await readDraft(db, scope.editionId)
  const plan =
    standIn.kind === 'name' ? await planPersons(db, scope.seriesId, [toPersonInput(scope, standIn.name)]) : null
  const prepared = await prepareReplacement(db, scope, draft, input, plan?.ensured[0] ?? null)
  if (prepared.kind !== 'ready') return prepared
  return preview(db, scope, draft, input.sessionId, prepared.change)
}

/** What `connectSpeaker` would do. Writes nothing. */
export async function previewConnection(
  ctx: Context,
  scope: EditionScope,
  input: ConnectionInput,
): Promise<ReplacementPreview> {
  ctx.authorize('programme.edit', scope)
  const draft = await readDraft(ctx.db, scope.editionId)
  return preview(ctx.db, scope, draft, input.sessionId, (session) => connect(session, input))
}

/** What `cancelSession` would do. Writes nothing. */
export async function previewCancellation(
  ctx: Context,
  scope: EditionScope,
  sessionId: string,
): Promise<ReplacementPreview> {
  ctx.authorize('programme.edit', scope)
  const draft = await readDraft(ctx.db, scope.editionId)
  return preview(ctx.db, scope, draft, sessionId, (session) =>
    session.state === 'cancelled' ? session : { ...session, state: 'cancelled' },
  )
}
