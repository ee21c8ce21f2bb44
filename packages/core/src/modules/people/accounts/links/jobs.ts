import { z } from 'zod'
import { defineJob } from '../../../../platform/queue/job.ts'
import { answerRequest } from './commands.ts'

/** After somebody has typed an address: the mail, if it is anybody's. */
export const writeSignInMail = defineJob({
  name: 'people.write-sign-in-mail',
  payload: z.object({ requestId: z.string() }),
  run: (ctx, payload) => answerRequest(ctx, payload),
})
