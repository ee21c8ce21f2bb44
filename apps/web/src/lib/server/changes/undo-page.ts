import { readUndoable } from '@fachtag/core/app/change-log/history'
import { undo } from '@fachtag/core/app/change-log/undo'
import { undoInput } from '@fachtag/core/modules/messages/changes/schema'
import type { UndoOutcome } from '@fachtag/core/modules/messages/changes/undo/types'
import { type ActionFailure, fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import type { ChangeView } from '#lib/changes/types.ts'
import { formatInstant } from '#lib/format/dates.ts'
import { messages } from '#lib/messages/messages.ts'
import { ownPath } from '#lib/own-path.ts'
import { readerOf, tellActor, viewsOf } from './views.ts'

type UndoEvent = { readonly locals: App.Locals; readonly url: URL; readonly request: Request }

/** Why a change was not taken back, as a sentence. */
export type UndoReply = { readonly problem: string }

const backOf = ({ locals }: UndoEvent, given: string | null) =>
  ownPath(given) ?? address('/organisieren', locals.locale)

/** The change that the address names, before it is taken back. Throws `change.not_found`. */
export async function showUndo(event: UndoEvent): Promise<{ change: ChangeView; back: string }> {
  const { ctx, locale } = event.locals
  const change = await readUndoable(ctx, event.url.searchParams.get('aenderung') ?? '')
  const [view] = await viewsOf(ctx, locale, [change], { undoable: new Set(), known: [], back: '' })
  return { change: view!, back: backOf(event, event.url.searchParams.get('zurueck')) }
}

async function explain({ locals }: UndoEvent, outcome: Exclude<UndoOutcome, { kind: 'undone' }>): Promise<string> {
  const t = messages(locals.locale).changes.undo
  if (outcome.kind !== 'overtaken') return t[outcome.kind]
  const { actor, at } = outcome.by
  const by = { actor, rows: [] } as const
  const reader = await readerOf(locals.ctx, locals.locale, [
    { ...outcome.by, ...by, number: 0, undoesId: null, undoneById: null, rowCount: 0 },
  ])
  return t.overtaken(tellActor(actor, reader), formatInstant(at, locals.locale))
}

/** Takes the change back that the form names, and leads back to where the reader came from; or says why not. */
export async function performUndo(event: UndoEvent): Promise<ActionFailure<UndoReply>> {
  const form = await event.request.formData()
  const outcome = await undo(event.locals.ctx, undoInput.parse({ change: form.get('aenderung') }))
  if (outcome.kind === 'undone') redirect(303, backOf(event, String(form.get('zurueck') ?? '')))
  return fail(409, { problem: await explain(event, outcome) })
}
