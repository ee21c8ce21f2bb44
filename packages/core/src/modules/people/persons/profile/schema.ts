import { z } from 'zod'
import { line, localizedText, webAddress } from '../../../../kernel/input.ts'

/** A person as an organiser describes them. `name` stands as it is shown, without academic title. */
export const personProfileInput = z
  .strictObject({
    academicTitle: line(100).optional(),
    name: line(200),
    /** Where it is more than the last word of the name: lists are sorted by it. */
    familyName: line(200).optional(),
    /** Other ways in which the name is written. */
    spellings: z.array(line(200)).max(50).default([]),
    biography: localizedText.default({}),
    website: webAddress.optional(),
  })
  .refine(({ name, familyName }) => !familyName || name === familyName || name.endsWith(` ${familyName}`), {
    message: 'not the end of the name',
    path: ['familyName'],
  })
export type PersonProfileInput = z.output<typeof personProfileInput>
