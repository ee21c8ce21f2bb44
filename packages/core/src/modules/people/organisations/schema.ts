import { z } from 'zod'
import { countryCode, landKey, line, localizedText, regionalKey, slug, webAddress } from '../../../kernel/input.ts'
import { organisationKinds } from '../types.ts'

/** An organisation as somebody describes it in full. The slug says which one it is. */
export const organisationInput = z.strictObject({
  slug,
  name: line(200),
  shortName: line(60).optional(),
  kind: z.enum(organisationKinds),
  ars: regionalKey.optional(),
  land: landKey.optional(),
  country: countryCode.default('DE'),
  website: webAddress.optional(),
  description: localizedText.default({}),
  aliases: z.array(line(200)).default([]),
})

export type OrganisationInput = z.output<typeof organisationInput>
