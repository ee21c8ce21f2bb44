import {
  addEdition,
  changeEdition,
  removeEdition,
  setEditionVisibility,
} from '@fachtag/core/modules/editions/profile/commands'
import { findManagedEdition } from '@fachtag/core/modules/editions/profile/queries'
import {
  type EditionForm,
  editionForm,
  type NewEditionForm,
  newEditionForm,
} from '@fachtag/core/modules/editions/profile/schema'
import type { Field, Problems } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import { editionOf, seriesOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { choicesOf, landChoices } from './choices.ts'
import { publicationOf, visibilityOf } from './publication.ts'

function dateField({ locals }: ObjectEvent): Field {
  const t = messages(locals.locale).editionForms.edition
  return {
    kind: 'group',
    name: 'date',
    label: t.date,
    optional: true,
    fields: [
      { kind: 'date', name: 'startsOn', label: t.startsOn, hint: t.startsOnHint, width: 'half' },
      { kind: 'date', name: 'endsOn', label: t.endsOn, optional: true, width: 'half' },
      {
        kind: 'select',
        name: 'precision',
        label: t.precision,
        options: choicesOf(t.precisions),
        initial: 'day',
        width: 'half',
      },
      {
        kind: 'select',
        name: 'certainty',
        label: t.certainty,
        options: choicesOf(t.certainties),
        initial: 'fixed',
        width: 'half',
      },
    ],
  }
}

function venueField(event: ObjectEvent): Field {
  const t = messages(event.locals.locale).editionForms.edition
  return {
    kind: 'group',
    name: 'venue',
    label: t.venue,
    optional: true,
    fields: [
      { kind: 'text', name: 'name', label: t.venueName, max: 200, optional: true, width: 'half' },
      { kind: 'text', name: 'street', label: t.street, max: 200, optional: true, width: 'half' },
      { kind: 'text', name: 'postcode', label: t.postcode, max: 20, optional: true, width: 'short' },
      { kind: 'text', name: 'city', label: t.city, max: 200, width: 'half' },
      { kind: 'reference', name: 'ars', label: t.ars, to: 'municipality', optional: true, width: 'half' },
      { kind: 'select', name: 'land', label: t.land, options: landChoices(event), optional: true, width: 'half' },
      { kind: 'text', name: 'country', label: t.country, hint: t.countryHint, max: 2, initial: 'DE', width: 'short' },
      { kind: 'localized', as: 'markdown', name: 'directions', label: t.directions, rows: 5, optional: true },
    ],
  }
}

function fieldsOf(event: ObjectEvent): Field[] {
  const { edition: t, states } = messages(event.locals.locale).editionForms
  return [
    { kind: 'text', name: 'name', label: t.name, max: 200, width: 'half' },
    { kind: 'number', name: 'number', label: t.number, optional: true, width: 'short' },
    { kind: 'select', name: 'state', label: t.state, options: choicesOf(states), initial: 'planned', width: 'half' },
    { kind: 'localized', name: 'motto', label: t.motto, max: 300, optional: true },
    { kind: 'localized', as: 'markdown', name: 'description', label: t.description, optional: true },
    dateField(event),
    { kind: 'text', name: 'timeZone', label: t.timeZone, max: 60, initial: 'Europe/Berlin', width: 'half' },
    venueField(event),
    { kind: 'accent', name: 'accent', label: t.accent, initial: 'blue' },
  ]
}

const nowhere: Problems = { 'venue.ars': 'region' }

/** The page that adds an edition: `/organisieren/[series]/neu`. */
export const newEditionObject: ObjectForm<NewEditionForm> = {
  schema: newEditionForm,
  texts: (t) => ({ create: t.editionForms.edition.create }),
  fields(event) {
    const t = messages(event.locals.locale).editionForms.edition
    const address: Field = { kind: 'text', name: 'slug', label: t.slug, hint: t.slugHint, max: 100, width: 'half' }
    return fieldsOf(event).toSpliced(1, 0, address)
  },
  find: async () => null,
  async save({ locals, params }, input) {
    const added = await addEdition(locals.ctx, seriesOf(locals), input)
    if (added.kind === 'taken') return { kind: 'refused', problems: { slug: 'taken' } }
    if (added.kind === 'unknown_region') return { kind: 'refused', problems: nowhere }
    return { kind: 'saved', path: `/organisieren/${params.series}/${input.slug}/stammdaten` }
  },
}

/** The page of an edition: `/organisieren/[series]/[edition]/stammdaten`. */
export const editionObject: ObjectForm<EditionForm> = {
  schema: editionForm,
  texts: (t) => ({ create: t.editionForms.edition.create }),
  fields: (event) => fieldsOf(event),
  async find(event) {
    const { locals, params } = event
    const edition = await findManagedEdition(locals.ctx.db, editionOf(locals))
    if (!edition) return null
    const t = messages(locals.locale).workplace.form
    const isPublic = edition.visibility === 'public'
    const path = isPublic
      ? `/${params.series}/${params.edition}`
      : `/organisieren/${params.series}/${params.edition}/vorschau`
    return {
      id: edition.id,
      input: edition.form,
      title: edition.form.name,
      revision: edition.revision,
      names: edition.placeName ? { [edition.form.venue?.ars ?? '']: edition.placeName } : {},
      links: [{ path, name: isPublic ? t.view : t.previewPage }],
      ...publicationOf(event, edition.visibility),
    }
  },
  async save({ locals, params }, input, revision) {
    const saved = await changeEdition(locals.ctx, editionOf(locals), input, revision)
    if (saved.kind === 'conflict') return { kind: 'conflict' }
    if (saved.kind === 'unknown_region') return { kind: 'refused', problems: nowhere }
    return { kind: 'saved', path: `/organisieren/${params.series}/${params.edition}/stammdaten` }
  },
  async uses(event) {
    const { locals } = event
    const edition = await findManagedEdition(locals.ctx.db, editionOf(locals))
    const used = edition?.visibility === 'public'
    return used ? [{ name: messages(locals.locale).editionForms.edition.usedBy }] : []
  },
  async remove({ locals, params }, revision) {
    const removed = await removeEdition(locals.ctx, editionOf(locals), revision)
    return removed.kind === 'removed'
      ? { kind: 'removed', path: `/organisieren/${params.series}` }
      : { kind: removed.kind }
  },
  async take({ locals, params }, step) {
    await setEditionVisibility(locals.ctx, editionOf(locals), visibilityOf(step))
    return { kind: 'saved', path: `/organisieren/${params.series}/${params.edition}/stammdaten` }
  },
}
