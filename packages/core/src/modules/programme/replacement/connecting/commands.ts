import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { changeAndPublish } from '../../release/alone/commands.ts'
import type { AloneOutcome } from '../../release/alone/types.ts'
import { connect } from './rules.ts'
import type { ConnectionInput } from './schema.ts'

/**
 * Has somebody take part by video instead of coming, or the other way round, in the draft and, with this change alone, in
 * what the public sees. Throws `session.not_found`.
 */
export function connectSpeaker(ctx: Context, scope: EditionScope, input: ConnectionInput): Promise<AloneOutcome> {
  const { sessionId, note, notices } = input
  return changeAndPublish(ctx, scope, {
    sessionId,
    note,
    notices,
    doing: { kind: 'write', sessionId },
    change: (session) => connect(session, input),
  })
}
