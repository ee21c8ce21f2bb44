import { z } from 'zod'
import { day, line } from '../../../kernel/input.ts'
import { editionSlug } from '../../editions/profile/schema.ts'
import { partNames } from './types.ts'

/** The next edition of a series, from `fromEditionId`. What is not among `parts` begins empty. */
export const nextEditionInput = z.strictObject({
  fromEditionId: line(40),
  slug: editionSlug,
  name: line(200),
  number: z.int().min(1).max(999).optional(),
  firstDay: day.optional(),
  certainty: z.enum(['fixed', 'probable']).default('probable'),
  parts: z.array(z.enum(partNames)).default([]),
})
export type NextEditionInput = z.output<typeof nextEditionInput>
