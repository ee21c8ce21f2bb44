import { z } from 'zod'

/** What a form says about the mails: who is left out, a line for all, and whether they wait. */
export const noticeWishInput = z.strictObject({
  leftOut: z.array(z.string().max(100)).max(10_000),
  line: z.preprocess((given) => given || undefined, z.string().trim().max(1000).optional()),
  isHeldBack: z.boolean(),
})
