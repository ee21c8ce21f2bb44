import { z } from 'zod'
import { line } from '../../../kernel/input.ts'

/** Somebody to turn to. `phone` as it is dialled, with country code. */
export const contactInput = z.strictObject({
  personId: line(40),
  organisationId: line(40).optional(),
  function: line(200).optional(),
  email: z.email().max(320).optional(),
  phone: z
    .string()
    .regex(/^\+[0-9][0-9 /()-]{4,30}$/, 'with country code, for example +49 341 123456')
    .optional(),
  editionId: line(40).optional(),
  sourceId: line(40).optional(),
})
export type ContactInput = z.output<typeof contactInput>
