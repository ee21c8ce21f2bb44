import { localize } from '@fachtag/core/kernel/localized-text'
import {
  addRecap,
  changeRecap,
  removeRecap,
  setRecapVisibility,
} from '@fachtag/core/modules/library/recaps/drafts/commands'
import { findManagedRecap, listSessionChoices } from '@fachtag/core/modules/library/recaps/drafts/queries'
import { type RecapForm, recapForm } from '@fachtag/core/modules/library/recaps/schema'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { sourceChoices } from './choices.ts'
import { publicationOf, visibilityOf } from './publication.ts'

const base = ({ params }: ObjectEvent) => `/organisieren/${params.series}/${params.edition}/rueckblick`

/** The page of a recap: `…/rueckblick/[id]`. */
export const recapObject: ObjectForm<RecapForm> = {
  schema: recapForm,
  texts: (t) => ({ create: t.editionForms.recaps.create }),
  async fields(event) {
    const { recaps: t, source } = messages(event.locals.locale).editionForms
    const [sessions, sources] = await Promise.all([
      listSessionChoices(event.locals.ctx.db, editionOf(event.locals)),
      sourceChoices(event),
    ])
    const about = [{ value: '', label: t.whole }, ...sessions.map(({ id, title }) => ({ value: id, label: title }))]
    return [
      { kind: 'select', name: 'sessionId', label: t.about, options: about },
      { kind: 'localized', name: 'title', label: t.name, max: 300 },
      { kind: 'localized', as: 'markdown', name: 'body', label: t.body, rows: 14 },
      { kind: 'localized', as: 'markdown', name: 'conclusion', label: t.conclusion, rows: 5, optional: true },
      { kind: 'select', name: 'sourceId', label: source, options: sources, optional: true, width: 'half' },
    ]
  },
  async find(event) {
    const { locals, params } = event
    const recap = await findManagedRecap(locals.ctx.db, editionOf(locals), params.id ?? '')
    if (!recap) return null
    const t = messages(locals.locale).workplace.form
    const isPublic = recap.visibility === 'public'
    const path = isPublic ? `/${params.series}/${params.edition}/rueckblick` : `${base(event)}/${recap.id}/vorschau`
    return {
      id: recap.id,
      input: recap.form,
      title: localize(recap.form.title, locals.locale),
      revision: recap.revision,
      links: [{ path, name: isPublic ? t.view : t.previewPage }],
      ...publicationOf(event, recap.visibility),
    }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = editionOf(event.locals)
    const saved =
      revision === undefined
        ? await addRecap(ctx, scope, input)
        : await changeRecap(ctx, scope, event.params.id ?? '', input, revision)
    switch (saved.kind) {
      case 'saved':
        return { kind: 'saved', path: `${base(event)}/${saved.id}` }
      case 'taken':
        return { kind: 'refused', problems: { sessionId: 'taken' } }
      case 'conflict':
        return { kind: 'conflict' }
    }
  },
  async remove(event, revision) {
    const removed = await removeRecap(event.locals.ctx, editionOf(event.locals), event.params.id ?? '', revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: base(event) } : { kind: removed.kind }
  },
  async take(event, step) {
    const id = event.params.id ?? ''
    await setRecapVisibility(event.locals.ctx, editionOf(event.locals), id, visibilityOf(step))
    return { kind: 'saved', path: `${base(event)}/${id}` }
  },
}
