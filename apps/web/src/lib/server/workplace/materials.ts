import { addMaterial, changeMaterial, removeMaterial } from '@fachtag/core/modules/library/materials/commands'
import { findDraftMaterial } from '@fachtag/core/modules/library/materials/queries'
import { type MaterialInput, materialInput } from '@fachtag/core/modules/library/materials/schema'
import { materialKinds } from '@fachtag/core/modules/library/types'
import { listSessionNames } from '@fachtag/core/modules/programme/draft/list/queries'
import type { Field, Option } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'

const idOf = ({ params }: ObjectEvent) => params.id ?? ''
const list = ({ params }: ObjectEvent) => `/organisieren/${params.series}/${params.edition}/unterlagen`

const optionsOf = <T extends string>(labels: Readonly<Record<T, string>>, values: readonly T[]): Option[] =>
  values.map((value) => ({ value, label: labels[value] }))

async function fieldsOf({ locals }: ObjectEvent): Promise<Field[]> {
  const t = messages(locals.locale).contentForms
  const m = t.materials
  const sessions = await listSessionNames(locals.ctx.db, editionOf(locals))
  const options = sessions.map(({ id, title }) => ({ value: id, label: title }))
  return [
    { kind: 'text', name: 'title', label: m.name, max: 300 },
    {
      kind: 'select',
      name: 'kind',
      label: m.kind,
      options: optionsOf(m.kinds, materialKinds),
      initial: 'slides',
      width: 'short',
    },
    {
      kind: 'select',
      name: 'state',
      label: m.state,
      options: optionsOf(m.states, ['announced', 'available', 'lost']),
      initial: 'announced',
      width: 'short',
    },
    { kind: 'select', name: 'sessionId', label: m.session, options, hint: m.wholeEdition, optional: true },
    { kind: 'text', type: 'url', name: 'url', label: m.url, hint: m.urlHint, max: 2000, optional: true },
    {
      kind: 'select',
      name: 'language',
      label: m.language,
      options: optionsOf(t.sessions.languages, ['de', 'en']),
      optional: true,
      width: 'short',
    },
    { kind: 'text', name: 'licence', label: m.licence, hint: m.licenceHint, max: 100, optional: true, width: 'half' },
    { kind: 'check', name: 'hasConsent', label: m.hasConsent, hint: m.hasConsentHint, optional: true },
  ]
}

/** The page of a material: `…/unterlagen/[id]`. */
export const materialObject: ObjectForm<MaterialInput> = {
  schema: materialInput,
  texts: (t) => ({ create: t.contentForms.materials.create }),
  fields: fieldsOf,
  async find(event) {
    const material = await findDraftMaterial(event.locals.ctx, editionOf(event.locals), idOf(event))
    if (!material) return null
    const { title, revision, session, ...input } = material
    return { input: { ...input, title, sessionId: session?.id }, title, revision }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = editionOf(event.locals)
    const saved =
      revision === undefined
        ? await addMaterial(ctx, scope, input)
        : await changeMaterial(ctx, scope, idOf(event), input, revision)
    return saved.kind === 'saved' ? { kind: 'saved', path: list(event) } : saved
  },
  async remove(event, revision) {
    const removed = await removeMaterial(event.locals.ctx, editionOf(event.locals), idOf(event), revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: list(event) } : { kind: removed.kind }
  },
}
