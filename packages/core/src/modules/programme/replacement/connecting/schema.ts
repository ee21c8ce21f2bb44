import { z } from 'zod'
import { line } from '../../../../kernel/input.ts'
import { noticeWishInput } from '../../notices/schema.ts'

/** How somebody takes part in a session; without `appearanceId` everybody who is to speak there. */
export const connectionInput = z.strictObject({
  sessionId: line(40),
  appearanceId: line(40).optional(),
  mode: z.enum(['on-site', 'remote']),
  note: line(500).optional(),
  notices: noticeWishInput.optional(),
})
export type ConnectionInput = z.output<typeof connectionInput>
