import { z } from 'zod'
import { slugPattern } from './slug.ts'

/** The part of an address that names a thing: lower case letters, digits and single hyphens, at most 100 characters. */
export const slug = z.string().regex(slugPattern, 'lower case letters, digits and single hyphens').max(100)

/** A calendar day as `YYYY-MM-DD` that exists. */
export const day = z.iso.date()

/** A web address that a page may link to. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(2_000)

/** One line of text that is not empty, at most `max` characters, without blanks around it. */
export function line(max: number) {
  return z.string().trim().min(1).max(max)
}

/** A `LocalizedText` at the boundary: German, English, both or none, and no other language. */
export const localizedText = z.strictObject({
  de: z.string().max(50_000).exactOptional(),
  en: z.string().max(50_000).exactOptional(),
})

/** A `LocalizedText` that says something in at least one language. */
export const someText = localizedText.refine((text) => text.de || text.en, 'a text in German or English is needed')

/** The two-digit official key of a Land, 01 to 16. */
export const landKey = z.string().regex(/^(0[1-9]|1[0-6])$/, 'two digits, 01 to 16')

/** An official regional key (ARS): of a Land, county, association or municipality. */
export const regionalKey = z.string().regex(/^(\d{2}|\d{5}|\d{9}|\d{12})$/, '2, 5, 9 or 12 digits')

/** Two capital letters, ISO 3166-1. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'two capital letters')
