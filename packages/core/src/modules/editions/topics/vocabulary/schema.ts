import { z } from 'zod'
import { line, localizedText, someText } from '../../../../kernel/input.ts'

/** An entry of the vocabulary as an organiser describes it. */
export const topicEntryInput = z.strictObject({
  name: someText,
  description: localizedText.default({}),
  synonyms: z.array(line(120)).max(100).default([]),
})
export type TopicEntryInput = z.output<typeof topicEntryInput>
