import { findManagedNews } from '@fachtag/core/modules/editions/news/entries/queries'
import { mapSources } from '@fachtag/core/modules/editions/sources/queries'
import { findManagedRecap } from '@fachtag/core/modules/library/recaps/drafts/queries'
import { editionOf, seriesOf } from '../admission.ts'
import type { ObjectEvent } from '../forms/object-form.ts'
import { found } from '../found.ts'
import { picturesIn } from '../pictures.ts'

/** A news entry as it is stored, public or not, for the page that shows it as readers will see it. */
export async function loadNewsPreview({ locals, params }: ObjectEvent) {
  const { db } = locals.ctx
  const { form } = found(await findManagedNews(db, locals.scope ?? seriesOf(locals), params.id ?? ''))
  const sources = await mapSources(db, seriesOf(locals).seriesId)
  const entry = { ...form, edition: null, source: sources.get(form.sourceId ?? '') ?? null }
  return { entry, pictures: await picturesIn(locals, form.body) }
}

export type NewsPreview = Awaited<ReturnType<typeof loadNewsPreview>>

/** A recap as it is stored, public or not. */
export async function loadRecapPreview({ locals, params }: ObjectEvent) {
  const { db } = locals.ctx
  const { form } = found(await findManagedRecap(db, editionOf(locals), params.id ?? ''))
  const sources = await mapSources(db, seriesOf(locals).seriesId)
  const source = sources.get(form.sourceId ?? '') ?? null
  return { recap: { ...form, source }, pictures: await picturesIn(locals, form.body, form.conclusion) }
}
