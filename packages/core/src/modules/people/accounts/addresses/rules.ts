import { linkParameter } from '../setup/rules.ts'

/** How long the link to a new address holds. */
export const addressLinkLifetime = Temporal.Duration.from({ minutes: 30 })

/**
 * What an address is known by: in small letters. The standard lets a mail server tell "Ida@" from "ida@"; none that anybody
 * uses does, and nobody remembers how they typed it.
 */
export function foldAddress(address: string): string {
  return address.toLowerCase()
}

/** The address of the page that asks whether to use a new address. */
export function addressLinkAddress(origin: string, locale: 'de' | 'en', token: string): string {
  return `${origin}${locale === 'en' ? '/en' : ''}/konto/adresse?${linkParameter}=${token}`
}
