import { findManagedFacts } from '@fachtag/core/modules/editions/facts/queries'
import { changeEditionFacts } from '@fachtag/core/modules/editions/facts/record/commands'
import { type EditionFactsInput, editionFactsInput } from '@fachtag/core/modules/editions/schema'
import { listSessionChoices } from '@fachtag/core/modules/library/recaps/drafts/queries'
import type { Field, Option } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { choicesOf, editionChoices, landChoices, sourceChoices } from './choices.ts'

type Choices = { readonly sources: Option[]; readonly editions: Option[]; readonly sessions: Option[] }

function organisersField({ locals }: ObjectEvent): Field {
  const t = messages(locals.locale).editionForms.facts
  return {
    kind: 'rows',
    name: 'organisers',
    label: t.organisers,
    add: t.addOrganiser,
    ordered: true,
    fields: [
      { kind: 'reference', name: 'organisationId', label: t.organisation, to: 'organisation', width: 'half' },
      {
        kind: 'select',
        name: 'role',
        label: t.role,
        options: choicesOf(t.roles),
        initial: 'organiser',
        width: 'short',
      },
      { kind: 'localized', name: 'note', label: t.note, max: 300, optional: true },
    ],
  }
}

function attendanceField({ locals }: ObjectEvent, source: Field, sessions: Option[]): Field {
  const t = messages(locals.locale).editionForms.facts
  return {
    kind: 'rows',
    name: 'attendance',
    label: t.attendance,
    hint: t.attendanceHint,
    add: t.addAttendance,
    fields: [
      {
        kind: 'select',
        name: 'qualifier',
        label: t.qualifier,
        options: choicesOf(t.qualifiers),
        initial: 'exact',
        width: 'short',
      },
      { kind: 'number', name: 'count', label: t.count, width: 'short' },
      { kind: 'select', name: 'sessionKey', label: t.session, options: sessions, optional: true, width: 'half' },
      source,
    ],
  }
}

function fieldsOf(event: ObjectEvent, { sources, editions, sessions }: Choices): Field[] {
  const { facts: t, edition, source: label } = messages(event.locals.locale).editionForms
  const source: Field = { kind: 'select', name: 'sourceId', label, options: sources, optional: true, width: 'half' }
  return [
    { ...source, name: 'dateSourceId', label: t.dateSource },
    organisersField(event),
    attendanceField(event, source, sessions),
    {
      kind: 'rows',
      name: 'lands',
      label: t.lands,
      add: t.addLand,
      fields: [
        { kind: 'select', name: 'land', label: t.land, options: landChoices(event), width: 'half' },
        { kind: 'check', name: 'isLargest', label: t.isLargest, width: 'short' },
        source,
      ],
    },
    {
      kind: 'rows',
      name: 'announcements',
      label: t.announcements,
      add: t.addAnnouncement,
      fields: [
        { kind: 'date', name: 'startsOn', label: t.startsOn, width: 'short' },
        {
          kind: 'select',
          name: 'certainty',
          label: t.certainty,
          options: choicesOf(edition.certainties),
          initial: 'probable',
          width: 'short',
        },
        { kind: 'select', name: 'editionId', label: t.about, options: editions, optional: true, width: 'half' },
        source,
      ],
    },
  ]
}

/** The page of the facts of an edition: `/organisieren/[series]/[edition]/angaben`. */
export const factsObject: ObjectForm<EditionFactsInput> = {
  schema: editionFactsInput,
  texts: (t) => ({ create: t.editionForms.facts.title }),
  async fields(event) {
    const [sources, editions, sessions] = await Promise.all([
      sourceChoices(event),
      editionChoices(event),
      listSessionChoices(event.locals.ctx.db, editionOf(event.locals)),
    ])
    return fieldsOf(event, {
      sources,
      editions,
      sessions: sessions.map(({ slug, title }) => ({ value: slug, label: title })),
    })
  },
  async find({ locals }) {
    const stored = await findManagedFacts(locals.ctx.db, editionOf(locals))
    const { title } = messages(locals.locale).editionForms.facts
    return (
      stored && {
        id: editionOf(locals).editionId,
        input: stored.facts,
        title,
        revision: stored.revision,
        names: stored.names,
      }
    )
  },
  async save({ locals, params }, input, revision) {
    const saved = await changeEditionFacts(locals.ctx, editionOf(locals), input, revision)
    switch (saved.kind) {
      case 'saved':
        return { kind: 'saved', path: `/organisieren/${params.series}/${params.edition}/angaben` }
      case 'conflict':
        return { kind: 'conflict' }
      case 'twice': {
        const field = saved.list === 'lands' ? 'land' : 'organisationId'
        return { kind: 'refused', problems: { [`${saved.list}.${saved.row}.${field}`]: 'twice' } }
      }
    }
  },
}
