import { z } from 'zod'
import { day, line, localizedText, slug, someText } from '../../../kernel/input.ts'

export const newsCategoryInput = z.strictObject({ slug, name: someText })
export type NewsCategoryInput = z.output<typeof newsCategoryInput>

/** A news entry; the slug says which one of its series it is. `category` is the slug of one of the series' categories. */
export const newsInput = z.strictObject({
  slug,
  category: slug.optional(),
  editionId: line(40).optional(),
  sourceId: line(40).optional(),
  title: someText,
  summary: localizedText.default({}),
  body: localizedText.default({}),
  publishedOn: day.optional(),
  datePrecision: z.enum(['day', 'month', 'year']).default('day'),
  visibility: z.enum(['draft', 'public']).default('draft'),
})
export type NewsInput = z.output<typeof newsInput>
