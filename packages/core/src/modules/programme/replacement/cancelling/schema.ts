import { z } from 'zod'
import { line } from '../../../../kernel/input.ts'
import { noticeWishInput } from '../../notices/schema.ts'

/** Which session does not take place; `note` says to the public why, as far as it is to know. */
export const cancellationInput = z.strictObject({
  sessionId: line(40),
  note: line(500).optional(),
  notices: noticeWishInput.optional(),
})
export type CancellationInput = z.output<typeof cancellationInput>
