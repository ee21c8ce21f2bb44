import { listNews } from '@fachtag/core/modules/editions/news/queries'
import type { EditionDetail } from '@fachtag/core/modules/editions/types'
import { listMaterials } from '@fachtag/core/modules/library/materials/queries'
import { listRecaps } from '@fachtag/core/modules/library/recaps/queries'
import { listSessionTitles } from '@fachtag/core/modules/programme/current/queries'
import type { ProgrammeOverview } from '@fachtag/core/modules/programme/overview/types'
import { picturesIn } from './pictures.ts'
import { today } from './today.ts'

/** What the page of an edition shows beside the edition itself. */
export async function loadEditionPage(locals: App.Locals, edition: EditionDetail, overview: ProgrammeOverview | null) {
  const { db } = locals.ctx
  const [recaps, materials, news, titles, pictures] = await Promise.all([
    listRecaps(db, edition.id, edition.series.id),
    listMaterials(db, edition.id),
    listNews(db, edition.series.slug, { edition: edition.slug, limit: 6 }),
    listSessionTitles(
      db,
      edition.id,
      edition.attendance.flatMap((figure) => figure.sessionKey ?? []),
    ),
    picturesIn(locals, edition.description, edition.venue?.directions),
  ])
  return {
    edition,
    overview,
    recap: recaps.find((recap) => !recap.session) ?? null,
    hasRecap: recaps.length > 0,
    materials,
    news: news.entries,
    titles,
    pictures,
    today: today(locals.ctx),
  }
}

export type EditionPageData = Awaited<ReturnType<typeof loadEditionPage>>
