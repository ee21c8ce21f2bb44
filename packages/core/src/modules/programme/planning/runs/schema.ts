import { z } from 'zod'
import { day, line } from '../../../../kernel/input.ts'

const id = line(40)
const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'YYYY-MM-DDTHH:mm')
const during = { from: wallTime, until: wallTime }
const isForwards = (loss: { kind: string; from?: string; until?: string }) =>
  loss.kind === 'day' || (loss.from ?? '') < (loss.until ?? '')

const loss = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), personId: id, ...during }),
    z.strictObject({ kind: z.literal('room'), roomId: id, ...during }),
    z.strictObject({ kind: z.literal('day'), day }),
  ])
  .refine(isForwards, { message: 'ends before it begins', path: ['until'] })

const task = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['all', 'unplaced', 'repair', 'improve']) }),
  z.strictObject({ kind: z.literal('replan'), losses: z.array(loss).min(1).max(50) }),
])

/** What to plan, and for how many seconds of CPU time at most. */
export const planInput = z.strictObject({ task, seconds: z.int().min(1).max(120) })
export type PlanInput = z.output<typeof planInput>

/** `ids`: only these moves, with all that they need; left out: all. */
export const acceptInput = z.strictObject({
  ids: z.array(id).max(2_000).optional(),
  prefer: z.enum(['variant', 'draft']).optional(),
})
export type AcceptInput = z.output<typeof acceptInput>
