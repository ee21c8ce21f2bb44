import type { Context } from '../src/platform/context/types.ts'
import type { Job } from '../src/platform/queue/job.ts'
import type { Enqueue, JobRequest } from '../src/platform/queue/request.ts'

/** Takes the jobs that are asked for and does them when told to, so that a test sees what is there before and after. */
export function askedJobs() {
  const asked: { readonly job: JobRequest<never>; readonly payload: never }[] = []
  const enqueue: Enqueue = async (_, job, payload) => {
    asked.push({ job: job as never, payload: payload as never })
  }
  return {
    enqueue,
    /** Does, as `ctx`, what was asked of `job` since the last time. Answers how often that was. */
    async run<P extends object>(job: Job<P>, ctx: Context): Promise<number> {
      const mine = asked.filter((one) => one.job.name === job.name)
      for (const one of mine) asked.splice(asked.indexOf(one), 1)
      for (const { payload } of mine) await job.run(ctx, job.payload.parse(payload))
      return mine.length
    },
  }
}
