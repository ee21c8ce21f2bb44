import { readEditsSince } from '@fachtag/core/modules/programme/editing/queries'
import { error, json } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import type { RequestHandler } from './$types'

/** The edits after the one with the number in `?nach=`. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const after = url.searchParams.get('nach') ?? ''
  if (!/^\d{1,9}$/.test(after)) error(400, 'nach=NUMBER is missing')
  return json(await readEditsSince(locals.ctx, editionOf(locals), Number(after)))
}
