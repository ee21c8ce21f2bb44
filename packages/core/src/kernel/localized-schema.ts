import { z } from 'zod'

/** The shape of a `LocalizedText` at the boundary: German, English, both or none, and no other language. */
export const localizedText = z.strictObject({ de: z.string().optional(), en: z.string().optional() })

/** A `LocalizedText` that says something in at least one language. */
export const someText = localizedText.refine((text) => text.de || text.en, 'needs a text in German or English')
