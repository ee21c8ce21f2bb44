import { z } from 'zod'
import { defineJob } from '../../../platform/queue/job.ts'
import { forgetExpired } from './commands.ts'

/** Each night: what is over leaves the database. */
export const forgetExpiredAccess = defineJob({
  name: 'people.forget-expired-access',
  payload: z.object({}),
  schedule: '17 3 * * *',
  run: async (ctx) => {
    await forgetExpired(ctx)
  },
})
