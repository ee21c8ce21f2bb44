import { json } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import { readOwnJson } from '#lib/server/own-json.ts'
import { step, stepRequest } from '#lib/server/programme-editor/moves.ts'
import type { RequestHandler } from './$types'

/** Undoes the last edit of whoever asks, or does it again. */
export const POST: RequestHandler = async (event) => {
  const sent = await readOwnJson(event, stepRequest)
  return json(await step(event.locals.ctx, editionOf(event.locals), sent.step))
}
