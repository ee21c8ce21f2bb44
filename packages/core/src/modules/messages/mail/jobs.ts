import { z } from 'zod'
import { defineJob } from '../../../platform/queue/job.ts'
import { deliverDueMails } from './delivery/commands.ts'

/**
 * Sends what is due: after each transaction that wants something sent, and every minute what is to be tried again. The
 * outbox knows what was tried when, so the queue does not repeat a job.
 */
export const deliverMails = defineJob({
  name: 'messages.deliver-mails',
  payload: z.object({}),
  schedule: '* * * * *',
  retries: 0,
  run: async (ctx) => {
    await deliverDueMails(ctx)
  },
})
