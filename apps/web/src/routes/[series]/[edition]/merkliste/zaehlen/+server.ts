import { countBookmarksOf } from '@fachtag/core/modules/programme/bookmarks/commands'
import { bookmarkInput } from '@fachtag/core/modules/programme/bookmarks/schema'
import { error, json } from '@sveltejs/kit'
import { loadProgramme } from '#lib/server/programme.ts'
import { RateLimit } from '#lib/server/rate-limit.ts'
import type { RequestHandler } from './$types'

/** A whole conference may sit behind one address. */
const perAddress = new RateLimit(3_000, 600_000)

/** Counts a visitor's selection as the browser sends it, without a name: `{ token, slugs }`. */
export const POST: RequestHandler = async ({ locals, params, request, getClientAddress }) => {
  const { ctx } = locals
  if (!perAddress.take(getClientAddress(), ctx.now().epochMilliseconds)) error(429)
  const input = bookmarkInput.safeParse(await request.json().catch(() => null))
  if (!input.success) error(400)
  const { edition } = await loadProgramme(locals, params)
  return json(await countBookmarksOf(ctx, edition.id, input.data))
}
