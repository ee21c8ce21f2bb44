import { z } from 'zod'
import { selectionLimit } from '../selection/rules.ts'

/** A list of marked sessions, by slug, under a number that only the browser knows which made it: 32 bytes of chance, as base64url. */
export const bookmarkInput = z.strictObject({
  token: z.string().regex(/^[\w-]{43}$/),
  slugs: z.array(z.string().max(120)).max(selectionLimit),
})
export type BookmarkInput = z.output<typeof bookmarkInput>
