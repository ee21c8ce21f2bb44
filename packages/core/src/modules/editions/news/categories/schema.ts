import { z } from 'zod'
import { slug, someText } from '../../../../kernel/input.ts'

/** The news categories of a series as their form holds them. A new one gets its key from its name. */
export const categoriesForm = z.strictObject({
  categories: z.array(z.strictObject({ slug: slug.optional(), name: someText })).max(50),
})
export type CategoriesForm = z.output<typeof categoriesForm>
