import { z } from 'zod'
import { line, localizedText, someText } from '../../../kernel/input.ts'

/** A recap as its form holds it: about the whole edition, or about one of its sessions. Publishing is a step of its own. */
export const recapForm = z.strictObject({
  sessionId: line(40).optional(),
  title: someText,
  body: someText,
  conclusion: localizedText.default({}),
  sourceId: line(40).optional(),
})
export type RecapForm = z.output<typeof recapForm>
