import { z } from 'zod'
import { line } from '../../../../kernel/input.ts'
import { plainAddress } from '../../../../platform/mail/address.ts'
import { roleInput } from '../../roles/schema.ts'

/** Whom to give which role, as the form of the role pages says it. */
export const invitationInput = roleInput.extend({
  address: z
    .string()
    .trim()
    .min(1)
    .max(254)
    .transform((typed, check) => {
      const address = plainAddress(typed)
      if (address === null) check.addIssue({ code: 'invalid_format', format: 'email', input: typed })
      return address ?? z.NEVER
    }),
  name: line(200).optional(),
  locale: z.enum(['de', 'en']),
})
export type InvitationInput = z.output<typeof invitationInput>
