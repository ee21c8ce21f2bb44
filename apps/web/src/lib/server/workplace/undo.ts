import { undoEdit } from '@fachtag/core/modules/programme/journal/commands'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { editionOf } from '../admission.ts'

/** The action behind the button that takes one's last edit of the draft back. */
export async function undoAction({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Promise<never> {
  const { kind } = await undoEdit(locals.ctx, editionOf(locals))
  redirect(303, `${url.pathname}?geschehen=${kind === 'done' ? 'undone' : 'not-undone'}`)
}
