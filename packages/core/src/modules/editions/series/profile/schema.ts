import type { z } from 'zod'
import { seriesInput } from '../schema.ts'

/** What the form of a series holds; its address is chosen once. */
export const seriesForm = seriesInput.omit({ slug: true })
export type SeriesForm = z.output<typeof seriesForm>
