import { z } from 'zod'
import { readCode } from './rules.ts'

/** A code as somebody types it from the mail. */
export const codeInput = z.strictObject({
  code: z
    .string()
    .min(1)
    .max(50)
    .transform(readCode)
    .pipe(z.string().regex(/^[0-9A-Z]{8}$/)),
})
