import { localize } from '@fachtag/core/kernel/localized-text'
import { listRooms, listTracks } from '@fachtag/core/modules/editions/queries'
import { mapSources } from '@fachtag/core/modules/editions/sources/queries'
import { listTopics } from '@fachtag/core/modules/editions/topics/queries'
import { appearanceRoles, type ProgrammeAppearance, sessionTypes } from '@fachtag/core/modules/programme/types'
import type { Field, Option, RowsField } from '#lib/form/types.ts'
import { type Messages, messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, Stored } from '../forms/object-form.ts'

const optionsOf = <T extends string>(labels: Readonly<Record<T, string>>, values: readonly T[]): Option[] =>
  values.map((value) => ({ value, label: labels[value] }))

const keysOf = <T extends string>(labels: Readonly<Record<T, string>>) => Object.keys(labels) as T[]

async function readChoices({ locals }: ObjectEvent) {
  const { editionId, seriesId } = editionOf(locals)
  const { db } = locals.ctx
  const [rooms, tracks, topics, sources] = await Promise.all([
    listRooms(db, editionId),
    listTracks(db, editionId),
    listTopics(db),
    mapSources(db, seriesId),
  ])
  const named = (list: readonly { readonly id: string; readonly name: string }[]): Option[] =>
    list.map(({ id, name }) => ({ value: id, label: name }))
  const collator = new Intl.Collator(locals.locale)
  return {
    rooms: named(rooms),
    tracks: named(tracks),
    topics: topics
      .map(({ id, name }) => ({ value: id, label: localize(name, locals.locale) }))
      .toSorted((a, b) => collator.compare(a.label, b.label)),
    sources: [...sources.values()].map(({ id, title }) => ({ value: id, label: title })),
  }
}

type Choices = Awaited<ReturnType<typeof readChoices>>
type Texts = Messages['contentForms']['sessions']

/** What it is about. */
function contentFields(t: Texts, all: Messages, choices: Choices): Field[] {
  return [
    { kind: 'text', name: 'title', label: t.titleField, max: 300 },
    { kind: 'text', name: 'subtitle', label: t.subtitle, max: 300, optional: true },
    {
      kind: 'check',
      name: 'titleIsGiven',
      label: t.titleIsGiven,
      hint: t.titleIsGivenHint,
      initial: 'on',
      optional: true,
    },
    {
      kind: 'select',
      name: 'type',
      label: t.type,
      options: optionsOf(all.programme.types, sessionTypes),
      initial: 'talk',
      width: 'short',
    },
    {
      kind: 'select',
      name: 'language',
      label: t.language,
      options: optionsOf(t.languages, keysOf(t.languages)),
      initial: 'de',
      width: 'short',
    },
    { kind: 'select', name: 'trackId', label: t.track, options: choices.tracks, optional: true, width: 'half' },
    { kind: 'markdown', name: 'abstract', label: t.abstract, rows: 5, max: 20_000, optional: true },
    { kind: 'markdown', name: 'description', label: t.description, rows: 8, max: 50_000, optional: true },
    { kind: 'text', name: 'method', label: t.method, hint: t.methodHint, max: 500, optional: true },
  ]
}

function placeFields(t: Texts, choices: Choices): Field[] {
  return [
    { kind: 'date', name: 'day', label: t.day, optional: true, width: 'short' },
    { kind: 'time', name: 'time', label: t.time, hint: t.timeHint, optional: true, width: 'short' },
    { kind: 'number', name: 'durationMinutes', label: t.duration, min: 1, max: 1440, optional: true, width: 'short' },
    { kind: 'select', name: 'roomId', label: t.room, options: choices.rooms, optional: true, width: 'half' },
    { kind: 'check', name: 'isPlenary', label: t.isPlenary, optional: true },
  ]
}

const nameOf = (one: ProgrammeAppearance) => one.name ?? one.organisationName ?? ''

/** Who appears; whom somebody stands in for can be said of those that are stored. */
function appearanceRows(t: Texts, all: Messages, stored: Stored | null): RowsField {
  const held = (stored?.input as { appearances?: readonly ProgrammeAppearance[] } | undefined)?.appearances ?? []
  const others = held.map((one) => ({ value: one.id, label: nameOf(one) }))
  const replaces: Field[] =
    others.length > 0
      ? [{ kind: 'select', name: 'replacesId', label: t.replaces, options: others, optional: true, width: 'short' }]
      : []
  return {
    kind: 'rows',
    name: 'appearances',
    label: t.appearances,
    add: t.addAppearance,
    ordered: true,
    fields: [
      {
        kind: 'reference',
        name: 'personId',
        to: 'person',
        newAs: 'personName',
        label: t.person,
        hint: t.personHint,
        optional: true,
        width: 'half',
      },
      {
        kind: 'select',
        name: 'role',
        label: t.role,
        options: optionsOf(all.programme.roles, appearanceRoles),
        initial: 'speaker',
        width: 'short',
      },
      { kind: 'text', name: 'function', label: t.function, max: 200, optional: true, width: 'half' },
      { kind: 'text', name: 'organisationName', label: t.organisation, max: 200, optional: true, width: 'half' },
      {
        kind: 'select',
        name: 'mode',
        label: t.mode,
        options: optionsOf(t.modes, keysOf(t.modes)),
        initial: 'on-site',
        width: 'short',
      },
      {
        kind: 'select',
        name: 'state',
        label: t.state,
        options: optionsOf(t.states, keysOf(t.states)),
        initial: 'planned',
        width: 'short',
      },
      ...replaces,
      { kind: 'text', name: 'note', label: t.note, max: 500, optional: true, width: 'half' },
    ],
  }
}

function linkRows(t: Texts): RowsField {
  return {
    kind: 'rows',
    name: 'links',
    label: t.links,
    add: t.addLink,
    ordered: true,
    optional: true,
    fields: [
      { kind: 'text', name: 'title', label: t.linkTitle, max: 200, width: 'half' },
      { kind: 'text', type: 'url', name: 'url', label: t.linkUrl, max: 2000, width: 'half' },
    ],
  }
}

/** The fields of a session, with the rooms, tracks, topics and sources that its edition has. */
export async function sessionFields(event: ObjectEvent, stored: Stored | null): Promise<Field[]> {
  const all = messages(event.locals.locale)
  const t = all.contentForms.sessions
  const choices = await readChoices(event)
  const topics: Field[] =
    choices.topics.length > 0
      ? [{ kind: 'checks', name: 'topicIds', label: t.topics, options: choices.topics, optional: true }]
      : []
  const sources: Field[] =
    choices.sources.length > 0
      ? [{ kind: 'select', name: 'sourceId', label: t.source, options: choices.sources, optional: true, width: 'half' }]
      : []
  return [
    ...contentFields(t, all, choices),
    ...placeFields(t, choices),
    appearanceRows(t, all, stored),
    ...topics,
    linkRows(t),
    ...sources,
  ]
}
