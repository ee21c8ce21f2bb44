import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { changeAndPublish } from '../../release/alone/commands.ts'
import type { AloneOutcome } from '../../release/alone/types.ts'
import type { CancellationInput } from './schema.ts'

/**
 * Leaves a session in the programme as one that does not take place, in the draft and, with this change alone, in what the
 * public sees. Throws `session.not_found`.
 */
export function cancelSession(ctx: Context, scope: EditionScope, input: CancellationInput): Promise<AloneOutcome> {
  const { sessionId, note, notices } = input
  return changeAndPublish(ctx, scope, {
    sessionId,
    note,
    notices,
    doing: { kind: 'write', sessionId },
    change: (session) => (session.state === 'cancelled' ? session : { ...session, state: 'cancelled' }),
  })
}
