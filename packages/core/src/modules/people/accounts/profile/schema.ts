import { z } from 'zod'

/** How somebody wants to be called; empty: not at all. */
export const profileInput = z.strictObject({
  name: z
    .string()
    .trim()
    .max(100)
    .regex(/^[^\p{Cc}<>]*$/u),
})
export type ProfileInput = z.output<typeof profileInput>
