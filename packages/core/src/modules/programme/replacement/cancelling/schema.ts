import { z } from 'zod'
import { line } from '../../../../kernel/input.ts'

/** Which session does not take place; `note` says to the public why, as far as it is to know. */
export const cancellationInput = z.strictObject({ sessionId: line(40), note: line(500).optional() })
export type CancellationInput = z.output<typeof cancellationInput>
