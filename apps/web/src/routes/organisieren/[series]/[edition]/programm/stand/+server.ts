import { json } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import { readEditorState } from '#lib/server/programme-editor/state.ts'
import type { RequestHandler } from './$types'

/** The draft, or the variant in `?variante=`, with all that is needed to edit it. */
export const GET: RequestHandler = async ({ locals, url }) =>
  json(await readEditorState(locals.ctx, editionOf(locals), locals.locale, url.searchParams.get('variante')))
