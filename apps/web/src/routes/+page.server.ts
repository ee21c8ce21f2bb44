import { findHomeSeries } from '@fachtag/core/modules/editions/series/queries'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({ series: await findHomeSeries(locals.ctx.db) })
