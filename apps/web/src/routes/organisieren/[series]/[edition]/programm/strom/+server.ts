import { error } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import { streamEdits } from '#lib/server/programme-editor/stream.ts'
import type { RequestHandler } from './$types'

/** Server-sent events about the editing of the draft. Only for who asks for just that: any other reader would wait for its end. */
export const GET: RequestHandler = (event) => {
  const { method, headers } = event.request
  if (method !== 'GET' || !headers.get('accept')?.includes('text/event-stream')) error(406, 'text/event-stream only')
  return streamEdits(event, editionOf(event.locals), event.url.searchParams.get('variante'))
}
