import { z } from 'zod'
import { roleNames } from '../../../kernel/actor.ts'

/** A role to be given, as far as a form says it; the place comes from the address of the page. */
export const roleInput = z.strictObject({
  role: z.enum(roleNames),
  trackId: z.string().optional(),
})
export type RoleInput = z.output<typeof roleInput>
