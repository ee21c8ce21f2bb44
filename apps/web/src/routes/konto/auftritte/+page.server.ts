import { listOwnAppearances } from '@fachtag/core/modules/programme/appearances/queries'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  ...(await listOwnAppearances(ctx)),
  today: today(ctx),
})
