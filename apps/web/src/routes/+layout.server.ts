import { listSeries } from '@fachtag/core/modules/editions/series/queries'
import { chooseFrame } from '#lib/frame.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, params }) => ({
  locale: locals.locale,
  frame: chooseFrame(await listSeries(locals.ctx.db), params.series),
})
