import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockRevision } from '../../../../platform/database/revision.ts'
import { noteOutside } from '../../journal/writing/commands.ts'
import type { SessionState } from '../../types.ts'
import { lockEdition } from '../commands.ts'

/**
 * Takes a session of the draft out of the programme (`removed`), brings it back (`planned`), or leaves it there as one that
 * does not take place (`cancelled`). `conflict`: somebody else has saved it in the meantime. Throws `session.not_found`.
 */
export async function setSessionState(
  ctx: Context,
  scope: EditionScope,
  id: string,
  state: SessionState,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const own = tx.selectFrom('sessions').where('id', '=', id).where('edition_id', '=', scope.editionId)
    if (!(await own.select('id').executeTakeFirst())) throw new DomainError('session.not_found', { id })
    if ((await lockRevision(tx, 'sessions', id, expectedRevision)) === 'changed') return { kind: 'conflict' }
    await tx
      .updateTable('sessions')
      .set({ state, updated_at: ctx.now().toString() })
      .where('id', '=', id)
      .where('edition_id', '=', scope.editionId)
      .execute()
    await noteOutside(ctx, tx, scope.editionId, { kind: 'write', sessionId: id })
    return { kind: 'saved' }
  })
}
