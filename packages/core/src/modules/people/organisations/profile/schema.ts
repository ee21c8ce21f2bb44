import { z } from 'zod'
import { countryCode, landKey, line, localizedText, regionalKey, webAddress } from '../../../../kernel/input.ts'
import { organisationKinds } from '../../types.ts'

/** An organisation as an organiser describes it. `ars` names the entry of the official register that it is. */
export const organisationProfileInput = z.strictObject({
  name: line(200),
  shortName: line(60).optional(),
  kind: z.enum(organisationKinds),
  ars: regionalKey.optional(),
  land: landKey.optional(),
  country: countryCode.default('DE'),
  website: webAddress.optional(),
  description: localizedText.default({}),
  /** Other names it is known by. */
  aliases: z.array(line(200)).max(50).default([]),
})
export type OrganisationProfileInput = z.output<typeof organisationProfileInput>
