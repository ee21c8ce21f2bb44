import { z } from 'zod'
import { line, localizedText, slug, someText } from '../../../kernel/input.ts'

/** An entry of the vocabulary; the slug says which one it is. `synonyms` are the words that people search for instead. */
export const topicInput = z.strictObject({
  slug,
  name: someText,
  description: localizedText.default({}),
  synonyms: z.array(line(120)).default([]),
})
export type TopicInput = z.output<typeof topicInput>
