import { z } from 'zod'
import { line } from '../../../kernel/input.ts'

/** How a person can be reached, for those who organise. `phone` as it is dialled, with country code. */
export const personContactInput = z.strictObject({
  email: z.email().max(254).optional(),
  phone: z
    .string()
    .regex(/^\+[0-9][0-9 /()-]{4,30}$/, 'with country code, for example +49 341 123456')
    .optional(),
  note: line(2_000).optional(),
})
export type PersonContactInput = z.output<typeof personContactInput>
