import { changePage } from '@fachtag/core/modules/editions/pages/commands'
import { findPage } from '@fachtag/core/modules/editions/pages/queries'
import { type PageInput, pageInput } from '@fachtag/core/modules/editions/pages/schema'
import { messages } from '#lib/messages/messages.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'

type LegalPage = 'impressum' | 'datenschutz' | 'barrierefreiheit'
const slugOf = ({ params }: ObjectEvent) => params.page as LegalPage
const pageForm = pageInput.omit({ slug: true })

/** The page of a legal page: `/organisieren/seiten/[page]`. It is there from the beginning, also while nobody has written it. */
export const pageObject: ObjectForm<Omit<PageInput, 'slug'>> = {
  schema: pageForm,
  texts: (t) => ({ create: t.editionForms.pages.title }),
  fields({ locals }) {
    const t = messages(locals.locale).editionForms.pages
    return [
      { kind: 'localized', name: 'title', label: t.name, max: 200 },
      { kind: 'localized', as: 'markdown', name: 'body', label: t.body, rows: 18, optional: true },
    ]
  },
  async find(event) {
    const { locals } = event
    const page = await findPage(locals.ctx.db, slugOf(event))
    const t = messages(locals.locale)
    const view = { path: `/${slugOf(event)}`, name: t.workplace.form.view }
    const title = t.site.legal[slugOf(event)]
    return {
      id: page?.id,
      input: page ?? { title: { de: title } },
      title,
      revision: page?.revision ?? 0,
      links: page ? [view] : [],
    }
  },
  async save(event, input, revision) {
    const saved = await changePage(event.locals.ctx, { ...input, slug: slugOf(event) }, revision)
    if (saved.kind === 'conflict') return { kind: 'conflict' }
    return { kind: 'saved', path: `/organisieren/seiten/${slugOf(event)}` }
  },
}
