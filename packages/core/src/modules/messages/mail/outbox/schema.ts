import { z } from 'zod'
import { mailStates } from '../types.ts'

/** What to look for in the outbox, as an address asks for it; what cannot be understood is as good as not said. */
export const outboxWish = z.object({
  zustand: z.enum(mailStates).optional().catch(undefined),
  q: z.string().trim().max(200).optional().catch(undefined),
  seite: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type OutboxWish = z.output<typeof outboxWish>

/** The fields of a mail that somebody corrects before it goes out. */
export const editMailInput = z.strictObject({
  address: z.string().trim().min(1).max(254),
  subject: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(20_000),
  expectedRevision: z.coerce.number().int().min(1).exactOptional(),
})
export type EditMailInput = z.output<typeof editMailInput>

/** The mails that somebody ticked, or those of one letter, or all. */
export const mailChoiceInput = z.object({
  ids: z.array(z.string().max(40)).max(1_000).optional(),
  letterId: z.string().max(40).optional(),
})
