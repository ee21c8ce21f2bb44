import { listNews } from '@fachtag/core/modules/editions/news/queries'
import { listMaterials } from '@fachtag/core/modules/library/materials/queries'
import { listRecaps } from '@fachtag/core/modules/library/recaps/queries'
import { listSessionTitles } from '@fachtag/core/modules/programme/current/queries'
import { loadProgramme } from '#lib/server/programme.ts'
import { today } from '#lib/server/today.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const { db } = locals.ctx
  const { edition, overview } = await loadProgramme(locals, params)
  const [recaps, materials, news, titles] = await Promise.all([
    listRecaps(db, edition.id, edition.series.id),
    listMaterials(db, edition.id),
    listNews(db, edition.series.slug, { edition: edition.slug, limit: 6 }),
    listSessionTitles(
      db,
      edition.id,
      edition.attendance.flatMap((figure) => figure.sessionKey ?? []),
    ),
  ])
  return {
    edition,
    overview,
    recap: recaps.find((recap) => !recap.session) ?? null,
    hasRecap: recaps.length > 0,
    materials,
    news: news.entries,
    titles,
    today: today(locals.ctx),
  }
}
