import { savePace } from '@fachtag/core/modules/programme/circumstances/commands'
import { findPace } from '@fachtag/core/modules/programme/circumstances/queries'
import { type PaceInput, paceInput } from '@fachtag/core/modules/programme/circumstances/schema'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectForm } from '../forms/object-form.ts'

/** The page of what an edition asks of its days: `…/tageslauf`. */
export const paceObject: ObjectForm<PaceInput> = {
  schema: paceInput,
  texts: (t) => ({ create: t.logistics.pace.title }),
  fields({ locals }) {
    const t = messages(locals.locale).logistics.pace
    return [
      { kind: 'time', name: 'dayBegins', label: t.dayBegins, optional: true, width: 'short' },
      { kind: 'time', name: 'dayEnds', label: t.dayEnds, optional: true, width: 'short' },
      { kind: 'number', name: 'changeMinutes', label: t.change, width: 'half' },
      { kind: 'number', name: 'breakMinutes', label: t.break, width: 'half' },
      { kind: 'number', name: 'stretchMinutes', label: t.stretch, hint: t.hint, width: 'half' },
    ]
  },
  async find({ locals }) {
    const { editionId } = editionOf(locals)
    const { revision, ...input } = await findPace(locals.ctx.db, editionId)
    return { id: editionId, input, title: messages(locals.locale).logistics.pace.title, revision }
  },
  async save({ locals, params }, input, revision) {
    const saved = await savePace(locals.ctx, editionOf(locals), input, revision)
    const path = `/organisieren/${params.series}/${params.edition}/tageslauf`
    return saved.kind === 'saved' ? { kind: 'saved', path } : { kind: 'conflict' }
  },
}
