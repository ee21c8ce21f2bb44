import { z } from 'zod'

/** What a link to leave letters carries. Of any other shape, it cannot be one of ours and is not looked up. */
export const subscriptionInput = z.object({ token: z.string().regex(/^[\w-]{43}$/) })
export type SubscriptionInput = z.output<typeof subscriptionInput>
