import type { EditionScope } from '@fachtag/core/kernel/scope'
import { acceptWarning, withdrawAcceptance } from '@fachtag/core/modules/programme/warnings/acceptance/commands'
import { acceptanceInput } from '@fachtag/core/modules/programme/warnings/acceptance/schema'
import type { Acceptance } from '@fachtag/core/modules/programme/warnings/acceptance/types'
import { listAcceptances } from '@fachtag/core/modules/programme/warnings/queries'
import type { Context } from '@fachtag/core/platform/context/types'
import { z } from 'zod'

export const judgementRequest = z.union([
  z.strictObject({ accept: acceptanceInput }),
  z.strictObject({ withdraw: z.string().max(500) }),
])
export type JudgementRequest = z.output<typeof judgementRequest>

/** What became of it, and what is accepted now. */
export type JudgementAnswer = {
  readonly kind: 'accepted' | 'changed' | 'withdrawn'
  readonly acceptances: readonly Acceptance[]
}

async function apply(ctx: Context, scope: EditionScope, sent: JudgementRequest): Promise<JudgementAnswer['kind']> {
  if ('accept' in sent) return (await acceptWarning(ctx, scope, sent.accept)).kind
  await withdrawAcceptance(ctx, scope, sent.withdraw)
  return 'withdrawn'
}

/** Lets a warning of the draft stand, with a reason, or takes that back. */
export async function judge(ctx: Context, scope: EditionScope, sent: JudgementRequest): Promise<JudgementAnswer> {
  const kind = await apply(ctx, scope, sent)
  return { kind, acceptances: await listAcceptances(ctx.db, scope) }
}
