import { z } from 'zod'
import { line } from '../../../kernel/input.ts'

/** `from`: another variant to begin with; the draft where it is left out. */
export const variantInput = z.strictObject({
  name: line(100),
  note: line(500).optional(),
  from: line(40).optional(),
})
export type VariantInput = z.output<typeof variantInput>
