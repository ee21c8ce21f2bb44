import type { AloneOutcome } from '@fachtag/core/modules/programme/release/alone/types'
import { cancelSession } from '@fachtag/core/modules/programme/replacement/cancelling/commands'
import { cancellationInput } from '@fachtag/core/modules/programme/replacement/cancelling/schema'
import { replaceSpeaker } from '@fachtag/core/modules/programme/replacement/commands'
import { connectSpeaker } from '@fachtag/core/modules/programme/replacement/connecting/commands'
import type { ReplacementOutcome } from '@fachtag/core/modules/programme/replacement/types'
import { undoChange } from '@fachtag/core/modules/programme/replacement/undoing/commands'
import { undoingInput } from '@fachtag/core/modules/programme/replacement/undoing/schema'
import { type ActionFailure, fail, redirect } from '@sveltejs/kit'
import type { Values } from '#lib/form/types.ts'
import type { ReplacementReply } from '#lib/replacement/types.ts'
import { editionOf } from '../admission.ts'
import { readForm } from '../form.ts'
import { found } from '../found.ts'
import { noticesOf, parsed, resolveName, toConnection, toReplacement } from './form.ts'
import { type Asked, sessionOf, wayOf } from './page.ts'
import { showPreview } from './preview.ts'

type Did = 'replaced' | 'connected' | 'cancelled' | 'undone'
type Answer = ReplacementReply | ActionFailure<ReplacementReply>

/** Leads to what was done, or says why nothing was. */
function conclude({ url }: Asked, outcome: AloneOutcome | ReplacementOutcome, did: Did, values: Values): Answer {
  if (outcome.kind !== 'done' && outcome.kind !== 'replaced') return fail(409, { values, problem: outcome.kind })
  const query = new URLSearchParams({ beitrag: sessionOf({ url }) ?? '', getan: outcome.release ? did : 'draft' })
  if (outcome.release) query.set('stand', String(outcome.release.number))
  redirect(303, `${url.pathname}?${query}`)
}

async function replace(asked: Asked, sessionId: string, typed: Values): Promise<Answer> {
  const { locals } = asked
  const { values, candidates, isUnclear } = await resolveName(locals, typed)
  const input = toReplacement(sessionId, values)
  if (isUnclear && candidates.length > 0) return fail(422, { values, candidates })
  if (!input) return fail(422, { values, problem: 'missing' as const })
  return conclude(asked, await replaceSpeaker(locals.ctx, editionOf(locals), input), 'replaced', values)
}

async function act(asked: Asked, sessionId: string, values: Values): Promise<Answer> {
  const { ctx } = asked.locals
  const scope = editionOf(asked.locals)
  const notices = noticesOf(values)
  if (values._do === 'undo') {
    const input = parsed(undoingInput, { sessionId, release: values.release, notices })
    return conclude(asked, await undoChange(ctx, scope, input), 'undone', values)
  }
  switch (wayOf(asked)) {
    case 'replace':
      return replace(asked, sessionId, values)
    case 'remote':
      return conclude(asked, await connectSpeaker(ctx, scope, toConnection(sessionId, values)), 'connected', values)
    case 'cancel': {
      const input = parsed(cancellationInput, { sessionId, note: values.note?.trim() || undefined, notices })
      return conclude(asked, await cancelSession(ctx, scope, input), 'cancelled', values)
    }
  }
}

/** Does what the form asks for, or shows what that would mean. */
export async function actOnReplacement(asked: Asked & { readonly request: Request }): Promise<Answer> {
  const values = await readForm(asked.request)
  const sessionId = found(sessionOf(asked))
  if (values._do !== 'preview') return act(asked, sessionId, values)
  const named = await resolveName(asked.locals, values)
  const reply = await showPreview(asked.locals, wayOf(asked), sessionId, named.values)
  return { ...reply, candidates: named.candidates }
}
