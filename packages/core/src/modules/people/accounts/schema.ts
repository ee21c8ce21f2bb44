import { z } from 'zod'

/** What a link or a cookie carries. Of any other shape, it cannot be one of ours and is not looked up. */
export const token = z.string().regex(/^[\w-]{43}$/)

export const tokenSchema = z.strictObject({ token })
export type TokenInput = z.infer<typeof tokenSchema>
