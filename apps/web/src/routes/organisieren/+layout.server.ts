import { frameWorkplace } from '#lib/server/workplace-frame.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, params }) => ({
  workplace: await frameWorkplace(locals, params),
})
