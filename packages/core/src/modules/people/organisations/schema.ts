import { z } from 'zod'
import { localizedText } from '../../../kernel/localized-schema.ts'
import { organisationKinds } from '../types.ts'

/** An organisation as somebody describes it in full. The slug says which one it is. */
export const organisationInput = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().trim().min(1).max(200),
  shortName: z.string().trim().min(1).max(60).optional(),
  kind: z.enum(organisationKinds),
  ars: z
    .string()
    .regex(/^(\d{2}|\d{5}|\d{9}|\d{12})$/)
    .optional(),
  land: z
    .string()
    .regex(/^(0[1-9]|1[0-6])$/)
    .optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('DE'),
  website: z.url({ protocol: /^https?$/ }).optional(),
  description: localizedText.default({}),
  aliases: z.array(z.string().trim().min(1).max(200)).default([]),
})

export type OrganisationInput = z.output<typeof organisationInput>
