import { addSeries, changeSeries, removeSeries } from '@fachtag/core/modules/editions/series/profile/commands'
import { findManagedSeries } from '@fachtag/core/modules/editions/series/profile/queries'
import { type SeriesForm, seriesForm } from '@fachtag/core/modules/editions/series/profile/schema'
import { findHomeSeries } from '@fachtag/core/modules/editions/series/queries'
import { type SeriesInput, seriesInput } from '@fachtag/core/modules/editions/series/schema'
import type { Field } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import { seriesOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { editionChoices } from './choices.ts'

function fieldsOf({ locals: { locale, ctx } }: ObjectEvent): Field[] {
  const t = messages(locale).editionForms.series
  const languages = [
    { value: 'de', label: messages(locale).workplace.form.german },
    { value: 'en', label: messages(locale).workplace.form.english },
  ]
  const home: Field = { kind: 'check', name: 'isHome', label: t.isHome }
  return [
    { kind: 'text', name: 'name', label: t.name, hint: t.nameHint, max: 200 },
    {
      kind: 'text',
      name: 'shortName',
      label: t.shortName,
      hint: t.shortNameHint,
      max: 60,
      optional: true,
      width: 'half',
    },
    { kind: 'select', name: 'language', label: t.language, options: languages, initial: 'de', width: 'half' },
    { kind: 'localized', name: 'claim', label: t.claim, max: 300, optional: true },
    { kind: 'localized', as: 'markdown', name: 'description', label: t.description, optional: true },
    ...(ctx.may('series.create', null) ? [home] : []),
  ]
}

/** The page that adds a series: `/organisieren/neu`. */
export const newSeriesObject: ObjectForm<SeriesInput> = {
  schema: seriesInput,
  texts: (t) => ({ create: t.editionForms.series.create }),
  fields(event) {
    const t = messages(event.locals.locale).editionForms.series
    const address: Field = { kind: 'text', name: 'slug', label: t.slug, hint: t.slugHint, max: 100, width: 'half' }
    return fieldsOf(event).toSpliced(1, 0, address)
  },
  find: async () => null,
  /** The first series is what an installation is there for. */
  fresh: async ({ locals }) => ({ isHome: (await findHomeSeries(locals.ctx.db)) === null }),
  async save({ locals }, input) {
    const added = await addSeries(locals.ctx, input)
    if (added.kind === 'taken') return { kind: 'refused', problems: { slug: 'taken' } }
    return { kind: 'saved', path: `/organisieren/${input.slug}` }
  },
}

/** The page of a series: `/organisieren/[series]/stammdaten`. */
export const seriesObject: ObjectForm<SeriesForm> = {
  schema: seriesForm,
  texts: (t) => ({ create: t.editionForms.series.create }),
  fields: (event) => fieldsOf(event),
  async find({ locals }) {
    const series = await findManagedSeries(locals.ctx.db, seriesOf(locals))
    const view = { path: `/${series?.slug}`, name: messages(locals.locale).workplace.form.view }
    return series && { id: series.id, input: series, title: series.name, revision: series.revision, links: [view] }
  },
  async save({ locals, params }, input, revision) {
    const stored = await findManagedSeries(locals.ctx.db, seriesOf(locals))
    // Only who may choose the front page has the field for it; for others it stays as it is.
    const isHome = locals.ctx.may('series.create', null) ? input.isHome : (stored?.isHome ?? false)
    const saved = await changeSeries(locals.ctx, seriesOf(locals), { ...input, isHome }, revision)
    if (saved.kind === 'conflict') return { kind: 'conflict' }
    return { kind: 'saved', path: `/organisieren/${params.series}/stammdaten` }
  },
  uses: async (event) => (await editionChoices(event)).map(({ label }) => ({ name: label })),
  async remove({ locals }, revision) {
    const removed = await removeSeries(locals.ctx, seriesOf(locals), revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: '/organisieren' } : { kind: removed.kind }
  },
}
