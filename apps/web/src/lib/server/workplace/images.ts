import { runtime } from '@fachtag/core/app/runtime'
import { addImage, changeImage, removeImage } from '@fachtag/core/modules/editions/images/commands'
import { findImage, listImageUses } from '@fachtag/core/modules/editions/images/queries'
import { type ImageForm, imageForm } from '@fachtag/core/modules/editions/images/schema'
import type { Field, Problem } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import { seriesOf } from '../admission.ts'
import { isNew, type ObjectEvent, type ObjectForm } from '../forms/object-form.ts'

const list = ({ params }: ObjectEvent) => `/organisieren/${params.series}/bilder`

/** The sentences for what can be wrong with a picture; `too_large` is a word about numbers elsewhere. */
const problems = {
  unsupported: 'unsupported',
  too_large: 'image_too_large',
  damaged: 'damaged',
  metadata: 'metadata',
} as const satisfies Record<string, Problem>

/** The page of a picture: `/organisieren/[series]/bilder/[id]`. Its bytes are sent once; what is said about it can change. */
export const imageObject: ObjectForm<ImageForm> = {
  schema: imageForm,
  texts: (t) => ({ create: t.editionForms.images.create }),
  fields(event) {
    const t = messages(event.locals.locale).editionForms.images
    const accept = 'image/png,image/jpeg,image/webp,image/avif'
    const file: Field = { kind: 'file', name: 'file', label: t.file, hint: t.fileHint, accept }
    return [
      ...(isNew(event) ? [file] : []),
      { kind: 'text', name: 'name', label: t.name, hint: t.nameHint, max: 200 },
      {
        kind: 'localized',
        as: 'long',
        name: 'alternative',
        label: t.alternative,
        hint: t.alternativeHint,
        rows: 3,
        max: 1000,
      },
      { kind: 'text', name: 'credit', label: t.credit, max: 200, optional: true, width: 'half' },
      { kind: 'text', name: 'licence', label: t.licence, max: 100, optional: true, width: 'half' },
    ]
  },
  async find({ locals, params }) {
    const image = await findImage(locals.ctx.db, seriesOf(locals), params.id ?? '')
    return image && { id: image.id, input: image, title: image.name, revision: image.revision }
  },
  async save(event, input, revision, file) {
    const { ctx } = event.locals
    const { files } = runtime()
    if (revision !== undefined) {
      const saved = await changeImage(ctx, seriesOf(event.locals), event.params.id ?? '', input, revision)
      return saved.kind === 'saved' ? { kind: 'saved', path: list(event) } : { kind: 'conflict' }
    }
    if (!file) return { kind: 'refused', problems: { file: 'file' } }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const added = await addImage(ctx, files, seriesOf(event.locals), input, bytes)
    if (added.kind === 'refused') return { kind: 'refused', problems: { file: problems[added.problem] } }
    return { kind: 'saved', path: list(event) }
  },
  async uses(event) {
    const t = messages(event.locals.locale).editionForms.images
    const uses = await listImageUses(event.locals.ctx.db, seriesOf(event.locals), event.params.id ?? '')
    return uses.map(({ kind, title }) => ({ name: `${t.kinds[kind]}: ${title}` }))
  },
  async remove(event, revision) {
    const id = event.params.id ?? ''
    const removed = await removeImage(event.locals.ctx, runtime().files, seriesOf(event.locals), id, revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: list(event) } : { kind: removed.kind }
  },
}
