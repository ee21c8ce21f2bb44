import { z } from 'zod'
import { line, localizedText } from '../../../kernel/input.ts'

/** What is said about a picture. Without a text alternative there is no picture. */
export const imageForm = z.strictObject({
  name: line(200),
  alternative: localizedText.refine((text) => text.de || text.en, 'text alternative'),
  credit: line(200).optional(),
  licence: line(100).optional(),
})
export type ImageForm = z.output<typeof imageForm>
