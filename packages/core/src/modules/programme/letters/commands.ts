import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { writeLetter } from '../../messages/mail/letters/commands.ts'
import type { LetterOutcome } from '../../messages/mail/letters/types.ts'
import { draftLetter, letterKinds } from './queries.ts'
import type { LetterInput } from './schema.ts'

/**
 * Writes a letter to everybody whom its audience means now into the outbox, where it waits to be looked at and let go.
 * Sending the same form twice writes it once.
 */
export async function composeLetter(ctx: Context, scope: EditionScope, input: LetterInput): Promise<LetterOutcome> {
  ctx.authorize('mail.manage', scope)
  return ctx.transaction(async (tx) => {
    const { recipients, problems } = await draftLetter(ctx.in(tx), scope, input)
    if (problems.length > 0) return { kind: 'wrong', problems }
    const { id, template, text, audience, replyTo = null } = input
    return writeLetter(ctx, tx, scope, { id, template, text, audience, replyTo }, recipients, letterKinds)
  })
}
