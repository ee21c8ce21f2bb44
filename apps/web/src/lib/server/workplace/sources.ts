import { findManagedSource } from '@fachtag/core/modules/editions/sources/queries'
import { addSource, changeSource, removeSource } from '@fachtag/core/modules/editions/sources/record/commands'
import { type SourceForm, sourceForm } from '@fachtag/core/modules/editions/sources/schema'
import { messages } from '#lib/messages/messages.ts'
import { seriesOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'

const list = ({ params }: ObjectEvent) => `/organisieren/${params.series}/quellen`
const find = ({ locals, params }: ObjectEvent) => findManagedSource(locals.ctx.db, seriesOf(locals), params.id ?? '')

/** The page of a source: `/organisieren/[series]/quellen/[id]`. */
export const sourceObject: ObjectForm<SourceForm> = {
  schema: sourceForm,
  texts: (t) => ({ create: t.editionForms.sources.create }),
  fields({ locals }) {
    const t = messages(locals.locale).editionForms.sources
    return [
      { kind: 'text', name: 'title', label: t.name, max: 300 },
      { kind: 'reference', name: 'publisherId', label: t.publisher, to: 'organisation', optional: true, width: 'half' },
      { kind: 'date', name: 'publishedOn', label: t.publishedOn, optional: true, width: 'half' },
      { kind: 'text', type: 'url', name: 'url', label: t.url, max: 2000, optional: true },
    ]
  },
  async find(event) {
    const source = await find(event)
    const names = source?.publisherId && source.publisher ? { [source.publisherId]: source.publisher } : {}
    return source && { id: source.id, input: source, title: source.title, revision: source.revision, names }
  },
  async save(event, input, revision) {
    const { locals, params } = event
    const path = list(event)
    if (revision === undefined) {
      await addSource(locals.ctx, seriesOf(locals), input)
      return { kind: 'saved', path }
    }
    const saved = await changeSource(locals.ctx, seriesOf(locals), params.id ?? '', input, revision)
    return saved.kind === 'saved' ? { kind: 'saved', path } : { kind: 'conflict' }
  },
  async uses(event) {
    const count = (await find(event))?.uses ?? 0
    return count > 0 ? [{ name: messages(event.locals.locale).editionForms.sources.used(count) }] : []
  },
  async remove(event, revision) {
    const removed = await removeSource(event.locals.ctx, seriesOf(event.locals), event.params.id ?? '', revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: list(event) } : { kind: removed.kind }
  },
}
