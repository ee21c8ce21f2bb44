import { json } from '@sveltejs/kit'
import { lookUpNames, targetOf } from '#lib/server/forms/look-up.ts'
import { found } from '#lib/server/found.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
  const to = found(targetOf(url.searchParams.get('art')))
  const text = (url.searchParams.get('q') ?? '').slice(0, 300)
  const [candidates = []] = await lookUpNames(ctx, [{ to, text }])
  return json(candidates.map(({ id, label, note }) => ({ id, text: label, note })))
}
