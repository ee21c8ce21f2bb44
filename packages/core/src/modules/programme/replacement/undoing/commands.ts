import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { lockEdition } from '../../draft/commands.ts'
import { readDraft } from '../../draft/queries.ts'
import { renewProgramme } from '../../projection/restoring/commands.ts'
import { changeAlone } from '../../release/alone/commands.ts'
import type { AloneOutcome } from '../../release/alone/types.ts'
import { findRelease } from '../../release/queries.ts'
import type { ProgrammeSession } from '../../types.ts'
import { takeBack } from './rules.ts'
import type { UndoingInput } from './schema.ts'

/** The session as this release has it, with ids that mean somebody. Throws `release.not_found`, `session.not_found`. */
async function recall(
  tx: Transaction,
  { editionId }: EditionScope,
  sessionId: string,
  number: number,
): Promise<ProgrammeSession> {
  const release = await findRelease(tx, editionId, number)
  if (!release) throw new DomainError('release.not_found', { number })
  const session = release.programme.sessions.find((one) => one.id === sessionId)
  if (!session) throw new DomainError('session.not_found', { id: sessionId })
  const renewed = await renewProgramme(tx, { ...release.programme, sessions: [session] })
  return renewed.sessions[0]!
}

/** Who stood in and does not any more can be asked again. */
async function freeReserves(
  tx: Transaction,
  editionId: string,
  before: ProgrammeSession,
  after: ProgrammeSession,
): Promise<void> {
  const kept = new Set(before.appearances.map((held) => held.id))
  const gone = after.appearances.flatMap((held) => (kept.has(held.id) || !held.personId ? [] : [held.personId]))
  if (gone.length === 0) return
  await tx
    .updateTable('reserves')
    .set({ state: 'available' })
    .where('edition_id', '=', editionId)
    .where('person_id', 'in', gone)
    .where('state', '=', 'used')
    .execute()
}

/**
 * Takes back what a release changed about who speaks in a session, about what, and whether it takes place: in the draft and,
 * alone, in what the public sees. What was changed since by others stays. `unchanged`: nothing of it is left. Throws
 * `session.not_found`, `release.not_found`.
 */
export async function undoChange(ctx: Context, scope: EditionScope, input: UndoingInput): Promise<AloneOutcome> {
  ctx.authorize('programme.edit', scope)
  ctx.authorize('programme.publish', scope)
  const { sessionId, release, notices } = input
  return ctx.transaction(async (tx) => {
    const edition = await lockEdition(tx, scope.editionId)
    const draft = await readDraft(tx, scope.editionId)
    if (!draft.sessions.some((one) => one.id === sessionId))
      throw new DomainError('session.not_found', { id: sessionId })
    const before = await recall(tx, scope, sessionId, release - 1)
    const after = await recall(tx, scope, sessionId, release)
    const outcome = await changeAlone(ctx, tx, edition, draft, {
      sessionId,
      notices,
      doing: { kind: 'write', sessionId },
      change: (session) => takeBack(session, before, after),
    })
    if (outcome.kind === 'done') await freeReserves(tx, scope.editionId, before, after)
    return outcome
  })
}
