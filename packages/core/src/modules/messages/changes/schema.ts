import { z } from 'zod'
import { day } from '../../../kernel/input.ts'

const choice = z.string().trim().max(100).optional().catch(undefined)
const optionalDay = z
  .union([day, z.literal('').transform(() => undefined)])
  .optional()
  .catch(undefined)

/** The search of a log, as an address carries it. What makes no sense is left out. */
export const changeFilterInput = z.object({
  actor: choice,
  from: optionalDay,
  until: optionalDay,
  table: choice,
  object: choice,
  text: choice,
  before: choice,
})

/** The last change of an object, to be taken back. */
export const undoInput = z.object({ change: z.string().max(60) })
