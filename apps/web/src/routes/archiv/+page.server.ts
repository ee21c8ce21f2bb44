import { listAllEditions } from '@fachtag/core/modules/editions/queries'
import { listAllAttendance } from '@fachtag/core/modules/editions/reach/queries'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const [editions, attendance] = await Promise.all([listAllEditions(ctx.db), listAllAttendance(ctx.db)])
  return { editions, attendance, today: today(ctx) }
}
