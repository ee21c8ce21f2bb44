import type { z } from 'zod'
import { slug } from '../../../kernel/input.ts'
import { isReservedEditionSlug } from '../rules.ts'
import { editionInput } from '../schema.ts'

/** What the form of an edition holds; its address is chosen once, and publishing it is a step of its own. */
export const editionForm = editionInput.omit({ slug: true, visibility: true })
export type EditionForm = z.output<typeof editionForm>

/** The address of a new edition below that of its series. */
export const editionSlug = slug.refine(
  (one) => !isReservedEditionSlug(one),
  'a page of the series lives at this address',
)

/** The form of a new edition: with its address. */
export const newEditionForm = editionForm.extend({ slug: editionSlug })
export type NewEditionForm = z.output<typeof newEditionForm>
