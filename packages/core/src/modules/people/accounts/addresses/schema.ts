import { z } from 'zod'
import { plainAddress } from '../../../../platform/mail/address.ts'

/** An e-mail address and nothing else; a domain with umlauts becomes what the network knows it as. */
export const emailAddress = z
  .string()
  .trim()
  .transform((text, issues) => {
    const address = plainAddress(text)
    if (address === null) issues.addIssue({ code: 'invalid_format', format: 'email' })
    return address ?? ''
  })

export const addressInput = z.strictObject({ address: emailAddress })
export type AddressInput = z.output<typeof addressInput>
