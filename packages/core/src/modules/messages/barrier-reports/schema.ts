import { z } from 'zod'

/** A barrier that somebody met. `page` is an address or in words; `replyTo` only for those who want an answer. */
export const barrierReportInput = z.strictObject({
  page: z.string().trim().min(1).max(500),
  description: z.string().trim().min(1).max(5_000),
  replyTo: z.preprocess((given) => given || undefined, z.email().max(320).optional()),
})
export type BarrierReportInput = z.output<typeof barrierReportInput>
