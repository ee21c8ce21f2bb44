import { listSeries } from '@fachtag/core/modules/editions/series/queries'
import { findCurrentProgramme } from '@fachtag/core/modules/programme/current/queries'
import { chooseFrame } from '#lib/frame.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals: { ctx, locale }, params }) => {
  const frame = chooseFrame(await listSeries(ctx.db), params.series)
  const current = frame.series && (await findCurrentProgramme(ctx.db, frame.series.id))
  return { locale, frame: { ...frame, programme: current && `/${frame.series?.slug}/${current}/programm` } }
}
