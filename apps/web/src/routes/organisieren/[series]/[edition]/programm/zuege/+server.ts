import { json } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import { readOwnJson } from '#lib/server/own-json.ts'
import { move, movesRequest } from '#lib/server/programme-editor/moves.ts'
import type { RequestHandler } from './$types'

/** Takes moves. */
export const POST: RequestHandler = async (event) => {
  const sent = await readOwnJson(event, movesRequest)
  return json(await move(event.locals.ctx, editionOf(event.locals), sent))
}
