import { z } from 'zod'
import { defineJob } from '../../../platform/queue/job.ts'
import { runRetention } from './commands.ts'

/** Each night: what was kept long enough goes, and what will go is announced. */
export const applyRetention = defineJob({
  name: 'privacy.apply-retention',
  payload: z.object({}),
  schedule: '41 3 * * *',
  run: async (ctx) => {
    await runRetention(ctx)
  },
})
