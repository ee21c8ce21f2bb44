import type { z } from 'zod'
import { line } from '../../../../kernel/input.ts'
import { contactInput } from '../../contacts/schema.ts'
import { seriesInput } from '../schema.ts'

/** What the form of a series holds. Without `contact` the series has no first contact person any more. */
export const seriesProfileInput = seriesInput.extend({
  contact: contactInput
    .pick({ function: true, email: true, phone: true })
    .extend({ name: line(200) })
    .optional(),
})
export type SeriesProfileInput = z.output<typeof seriesProfileInput>
