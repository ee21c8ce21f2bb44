import { listOwnAppearances } from '@fachtag/core/modules/programme/appearances/queries'
import { listOwnEditions } from '@fachtag/core/modules/programme/logistics/own/queries'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  ...(await listOwnAppearances(ctx)),
  next: await listOwnEditions(ctx),
  today: today(ctx),
})
