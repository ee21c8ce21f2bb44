import { z } from 'zod'
import { line, localizedText, slug } from '../../../kernel/input.ts'
import { isReservedSlug } from './rules.ts'

/** A series as its organisers describe it; the slug says which one it is. */
export const seriesInput = z.strictObject({
  slug: slug.refine((one) => !isReservedSlug(one), 'a page of the site itself lives at this address'),
  name: line(200),
  shortName: line(60).optional(),
  claim: localizedText.default({}),
  description: localizedText.default({}),
  language: z.enum(['de', 'en']).default('de'),
  isHome: z.boolean().default(false),
})
export type SeriesInput = z.output<typeof seriesInput>
