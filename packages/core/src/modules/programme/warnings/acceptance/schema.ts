import { z } from 'zod'
import { line } from '../../../../kernel/input.ts'

/** `key` and `fingerprint` of the warning as whoever accepts it saw it. */
export const acceptanceInput = z.strictObject({
  key: line(500),
  fingerprint: line(5_000),
  reason: line(500),
})
export type AcceptanceInput = z.output<typeof acceptanceInput>
