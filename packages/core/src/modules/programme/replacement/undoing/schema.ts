import { z } from 'zod'
import { line } from '../../../../kernel/input.ts'
import { noticeWishInput } from '../../notices/schema.ts'

/** What is taken back: what the release with this number changed about a session. */
export const undoingInput = z.strictObject({
  sessionId: line(40),
  release: z.coerce.number().int().min(2).max(1_000_000),
  notices: noticeWishInput.optional(),
})
export type UndoingInput = z.output<typeof undoingInput>
