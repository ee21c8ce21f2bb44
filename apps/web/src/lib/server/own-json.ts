import { error } from '@sveltejs/kit'
import type { ZodType } from 'zod'

type Asked = { readonly request: Request; readonly url: URL }

/**
 * What a script of our own pages sends, in the shape of `schema`. Answers 403 for what another site sends, as SvelteKit does
 * for forms; 415 for what is no JSON, which a form of another site could be; 400 and 422 for what cannot be read.
 */
export async function readOwnJson<T>({ request, url }: Asked, schema: ZodType<T>): Promise<T> {
  if (request.headers.get('origin') !== url.origin) error(403, 'sent by another site')
  const type = request.headers.get('content-type')?.split(';')[0]?.trim()
  if (type !== 'application/json') error(415, 'no JSON')
  const sent: unknown = await request.json().catch(() => error(400, 'no JSON'))
  const parsed = schema.safeParse(sent)
  if (!parsed.success) error(422, 'of another shape')
  return parsed.data
}
