import { saveSessionNeeds } from '@fachtag/core/modules/programme/circumstances/commands'
import { findSessionNeeds } from '@fachtag/core/modules/programme/circumstances/queries'
import { type SessionNeedsInput, sessionNeedsInput } from '@fachtag/core/modules/programme/circumstances/schema'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectForm } from '../forms/object-form.ts'
import { choicesOf } from './choices.ts'

/** The input of a form that is about the session in the address. */
const needsForm = sessionNeedsInput.omit({ sessionId: true })
type NeedsForm = Omit<SessionNeedsInput, 'sessionId'>

/** The page of what a session needs: `…/beitraege/[id]/bedarf`. */
export const needsObject: ObjectForm<NeedsForm> = {
  schema: needsForm,
  texts: (t) => ({ create: t.logistics.session.link }),
  fields({ locals }) {
    const { logistics, warnings } = messages(locals.locale)
    const { expected, expectedHint, equipment } = logistics.session
    return [
      {
        kind: 'number',
        name: 'expectedCount',
        label: expected,
        hint: expectedHint,
        optional: true,
        width: 'half',
      },
      { kind: 'checks', name: 'equipment', label: equipment, options: choicesOf(warnings.equipment), optional: true },
    ]
  },
  async find({ locals, params }) {
    const needs = await findSessionNeeds(locals.ctx.db, editionOf(locals).editionId, params.id ?? '')
    if (!needs) return null
    const { title, expectedCount, equipment, revision } = needs
    const t = messages(locals.locale).logistics.session
    const path = `/organisieren/${params.series}/${params.edition}/beitraege/${params.id}`
    const links = [{ path, name: t.back }]
    return { input: { expectedCount, equipment }, title: t.title(title), revision, links }
  },
  async save({ locals, params }, input, revision) {
    const { series, edition, id: sessionId = '' } = params
    const saved = await saveSessionNeeds(locals.ctx, editionOf(locals), { ...input, sessionId }, revision)
    const path = `/organisieren/${series}/${edition}/beitraege/${sessionId}/bedarf`
    return saved.kind === 'saved' ? { kind: 'saved', path } : { kind: 'conflict' }
  },
}
