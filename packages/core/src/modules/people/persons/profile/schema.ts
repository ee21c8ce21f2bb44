import { z } from 'zod'
import { line, localizedText, webAddress } from '../../../../kernel/input.ts'

const shape = {
  academicTitle: line(100).optional(),
  /** As it is shown, without academic title. */
  name: line(200),
  /** Where it is more than the last word of the name: lists are sorted by it. */
  familyName: line(200).optional(),
  /** Other ways in which the name is written. */
  spellings: z.array(line(200)).max(50).default([]),
  biography: localizedText.default({}),
  website: webAddress.optional(),
}

const endsName = ({ name, familyName }: { readonly name: string; readonly familyName?: string | undefined }) =>
  !familyName || name === familyName || name.endsWith(` ${familyName}`)
const notTheEnd = { message: 'not the end of the name', path: ['familyName'] }

/** A person as an organiser describes them. */
export const personProfileInput = z.strictObject(shape).refine(endsName, notTheEnd)
export type PersonProfileInput = z.output<typeof personProfileInput>

/**
 * The same as a form has it. Of somebody new it also says which series they have to do with, and whether they are another
 * person than those of the same name.
 */
export const personForm = z
  .strictObject({ ...shape, seriesId: line(40).optional(), isAnother: z.boolean().default(false) })
  .refine(endsName, notTheEnd)
export type PersonForm = z.output<typeof personForm>
