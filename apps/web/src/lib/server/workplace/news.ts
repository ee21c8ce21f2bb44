import { localize } from '@fachtag/core/kernel/localized-text'
import { changeCategories } from '@fachtag/core/modules/editions/news/categories/commands'
import { listCategories } from '@fachtag/core/modules/editions/news/categories/queries'
import { type CategoriesForm, categoriesForm } from '@fachtag/core/modules/editions/news/categories/schema'
import {
  addNews,
  changeNews,
  removeNews,
  setNewsVisibility,
} from '@fachtag/core/modules/editions/news/entries/commands'
import { findManagedNews } from '@fachtag/core/modules/editions/news/entries/queries'
import { type NewsForm, newsForm } from '@fachtag/core/modules/editions/news/entries/schema'
import { findManagedSeries } from '@fachtag/core/modules/editions/series/profile/queries'
import type { Field } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import { seriesOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { choicesOf, editionChoices, sourceChoices } from './choices.ts'
import { publicationOf, visibilityOf } from './publication.ts'

const base = ({ params }: ObjectEvent) =>
  `/organisieren/${params.series}${params.edition ? `/${params.edition}` : ''}/aktuelles`

async function fieldsOf(event: ObjectEvent): Promise<Field[]> {
  const { ctx, locale } = event.locals
  const { news: t, edition, slug, source } = messages(locale).editionForms
  const { 'end-of-month': _, ...precisions } = edition.precisions
  const [categories, sources] = [await listCategories(ctx.db, seriesOf(event.locals)), await sourceChoices(event)]
  const options = categories.map((one) => ({ value: one.slug, label: localize(one.name, locale) }))
  const about: Field[] = event.params.edition
    ? []
    : [
        {
          kind: 'select',
          name: 'editionId',
          label: t.edition,
          options: await editionChoices(event),
          optional: true,
          width: 'half',
        },
      ]
  return [
    { kind: 'localized', name: 'title', label: t.name, max: 300 },
    { kind: 'localized', as: 'long', name: 'summary', label: t.summary, rows: 3, max: 1000, optional: true },
    { kind: 'localized', as: 'markdown', name: 'body', label: t.body, optional: true },
    { kind: 'select', name: 'category', label: t.category, options, optional: true, width: 'half' },
    ...about,
    { kind: 'date', name: 'publishedOn', label: t.publishedOn, hint: t.publishedOnHint, optional: true, width: 'half' },
    {
      kind: 'select',
      name: 'datePrecision',
      label: t.precision,
      options: choicesOf(precisions),
      initial: 'day',
      width: 'half',
    },
    { kind: 'select', name: 'sourceId', label: source, options: sources, optional: true, width: 'half' },
    { kind: 'text', name: 'slug', label: slug, hint: t.slugHint, max: 100, optional: true, width: 'half' },
  ]
}

/** The scope of the address as it is: the edition where there is one, else the series. */
const scopeOf = (event: ObjectEvent) => event.locals.scope ?? seriesOf(event.locals)

/** The page of a news entry, of a series or of an edition: `…/aktuelles/[id]`. */
export const newsObject: ObjectForm<NewsForm> = {
  schema: newsForm,
  texts: (t) => ({ create: t.editionForms.news.create }),
  fields: fieldsOf,
  async find(event) {
    const { locals, params } = event
    const entry = await findManagedNews(locals.ctx.db, scopeOf(event), params.id ?? '')
    if (!entry) return null
    const t = messages(locals.locale).workplace.form
    const isPublic = entry.visibility === 'public'
    const path = isPublic ? `/${params.series}/aktuelles/${entry.form.slug}` : `${base(event)}/${entry.id}/vorschau`
    return {
      id: entry.id,
      input: entry.form,
      title: localize(entry.form.title, locals.locale),
      revision: entry.revision,
      links: [{ path, name: isPublic ? t.view : t.previewPage }],
      ...publicationOf(event, entry.visibility),
    }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const id = event.params.id ?? ''
    const saved =
      revision === undefined
        ? await addNews(ctx, scopeOf(event), input)
        : await changeNews(ctx, scopeOf(event), id, input, revision)
    switch (saved.kind) {
      case 'saved':
        return { kind: 'saved', path: `${base(event)}/${saved.id}` }
      case 'taken':
        return { kind: 'refused', problems: { slug: 'taken' } }
      case 'conflict':
        return { kind: 'conflict' }
    }
  },
  async remove(event, revision) {
    const removed = await removeNews(event.locals.ctx, scopeOf(event), event.params.id ?? '', revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: base(event) } : { kind: removed.kind }
  },
  async take(event, step) {
    const id = event.params.id ?? ''
    await setNewsVisibility(event.locals.ctx, scopeOf(event), id, visibilityOf(step))
    return { kind: 'saved', path: `${base(event)}/${id}` }
  },
}

/** The page of the news categories of a series: `/organisieren/[series]/rubriken`. */
export const categoriesObject: ObjectForm<CategoriesForm> = {
  schema: categoriesForm,
  texts: (t) => ({ create: t.editionForms.news.categories }),
  fields({ locals }) {
    const { news: t, slug } = messages(locals.locale).editionForms
    return [
      {
        kind: 'rows',
        name: 'categories',
        label: t.categories,
        add: t.addCategory,
        fields: [
          { kind: 'localized', name: 'name', label: t.categoryName, max: 120 },
          { kind: 'text', name: 'slug', label: slug, hint: t.slugHint, max: 100, optional: true, width: 'half' },
        ],
      },
    ]
  },
  async find({ locals }) {
    const scope = seriesOf(locals)
    const [series, categories] = [
      await findManagedSeries(locals.ctx.db, scope),
      await listCategories(locals.ctx.db, scope),
    ]
    const title = messages(locals.locale).editionForms.news.categories
    return series && { id: series.id, input: { categories }, title, revision: series.revision }
  },
  async save({ locals, params }, input, revision) {
    const saved = await changeCategories(locals.ctx, seriesOf(locals), input, revision)
    if (saved.kind === 'conflict') return { kind: 'conflict' }
    if (saved.kind === 'in-use') return { kind: 'refused', problems: { categories: 'category_in_use' } }
    return { kind: 'saved', path: `/organisieren/${params.series}/rubriken` }
  },
}
