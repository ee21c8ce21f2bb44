import { json } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import { readOwnJson } from '#lib/server/own-json.ts'
import { judge, judgementRequest } from '#lib/server/programme-editor/judgements.ts'
import type { RequestHandler } from './$types'

/** Lets a warning stand, with a reason, or shows it again. */
export const POST: RequestHandler = async (event) => {
  const sent = await readOwnJson(event, judgementRequest)
  return json(await judge(event.locals.ctx, editionOf(event.locals), sent))
}
