import { z } from 'zod'

/** How many days one kind of data is kept from now on. */
export const retentionInput = z.strictObject({
  kind: z.string().max(40),
  days: z.coerce.number().int().min(0).max(3650),
})
export type RetentionInput = z.infer<typeof retentionInput>
