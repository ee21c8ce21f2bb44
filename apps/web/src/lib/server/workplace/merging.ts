import { localize } from '@fachtag/core/kernel/localized-text'
import type { SharedScope } from '@fachtag/core/kernel/scope'
import { mergeTopics } from '@fachtag/core/modules/editions/topics/merging/commands'
import { findTopicEntry } from '@fachtag/core/modules/editions/topics/vocabulary/queries'
import { mergeOrganisations } from '@fachtag/core/modules/people/organisations/merging/commands'
import { findOrganisationProfile } from '@fachtag/core/modules/people/organisations/profile/queries'
import { mergePersons } from '@fachtag/core/modules/people/persons/merging/commands'
import { findPersonProfile } from '@fachtag/core/modules/people/persons/profile/queries'
import {
  findOrganisationScope,
  findPersonScope,
  findTopicScope,
} from '@fachtag/core/modules/programme/involvement/queries'
import type { Context } from '@fachtag/core/platform/context/types'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { resolveReferences } from '#lib/form/references.ts'
import type { Field, FormState, ReferenceTarget } from '#lib/form/types.ts'
import { type Messages, messages } from '#lib/messages/messages.ts'
import { readForm } from '../form.ts'
import { lookUpNames } from '../forms/look-up.ts'
import type { ObjectEvent } from '../forms/object-form.ts'
import { found } from '../found.ts'

type Outcome = keyof Messages['contentForms']['merge']['outcomes']
type Merged = { readonly kind: 'merged' | Outcome }

/** A kind of entry of the shared directory that can be merged. */
type Mergeable = {
  readonly kind: ReferenceTarget
  readonly path: string
  nameOf(ctx: Context, id: string): Promise<string | undefined>
  /** `denied` where who asks may not change both. */
  merge(ctx: Context, fromId: string, intoId: string): Promise<Merged>
}

async function mergeBoth<K extends 'person' | 'organisation' | 'topic'>(
  find: (id: string) => Promise<SharedScope<K> | null>,
  mayChange: (scope: SharedScope<K>) => boolean,
  merge: (from: SharedScope<K>, into: SharedScope<K>) => Promise<Merged>,
  [fromId, intoId]: readonly [string, string],
): Promise<Merged> {
  const [from, into] = [found(await find(fromId)), found(await find(intoId))]
  return mayChange(from) && mayChange(into) ? merge(from, into) : { kind: 'denied' }
}

const persons: Mergeable = {
  kind: 'person',
  path: '/organisieren/personen',
  nameOf: async (ctx, id) => (await findPersonProfile(ctx.db, id))?.name,
  merge: (ctx, ...ids) =>
    mergeBoth(
      (id) => findPersonScope(ctx.db, id),
      (scope) => ctx.may('person.change', scope),
      (from, into) => mergePersons(ctx, from, into),
      ids,
    ),
}

const organisations: Mergeable = {
  kind: 'organisation',
  path: '/organisieren/organisationen',
  nameOf: async (ctx, id) => (await findOrganisationProfile(ctx.db, id))?.name,
  merge: (ctx, ...ids) =>
    mergeBoth(
      (id) => findOrganisationScope(ctx.db, id),
      (scope) => ctx.may('organisation.change', scope),
      (from, into) => mergeOrganisations(ctx, from, into),
      ids,
    ),
}

const topics: Mergeable = {
  kind: 'topic',
  path: '/organisieren/themen',
  nameOf: async (ctx, id) => {
    const topic = await findTopicEntry(ctx.db, id)
    return topic ? localize(topic.name, 'de') : undefined
  },
  merge: (ctx, ...ids) =>
    mergeBoth(
      (id) => findTopicScope(ctx.db, id),
      (scope) => ctx.may('topic.change', scope),
      (from, into) => mergeTopics(ctx, from, into),
      ids,
    ),
}

function fieldsOf({ kind }: Mergeable, t: Messages): Field[] {
  return [{ kind: 'reference', name: 'into', to: kind, label: t.contentForms.merge.into }]
}

async function answer(what: Mergeable, { locals: { ctx, locale }, params, request }: ObjectEvent) {
  const fields = fieldsOf(what, messages(locale))
  const sent = await readForm(request)
  const state = await resolveReferences(fields, sent, (wanted) => lookUpNames(ctx, wanted))
  const into = state.values.into ?? ''
  if (!into) {
    const problems = { into: state.problems.into ?? ('required' as const) }
    return fail(422, { ...state, problems, outcome: undefined })
  }
  const { kind } = await what.merge(ctx, params.id ?? '', into)
  if (kind === 'merged') redirect(303, address(`${what.path}/${into}?erledigt`, locale))
  const reply: FormState & { outcome: Outcome | undefined } = { values: state.values, outcome: kind }
  return fail(409, reply)
}

/** The `load` and `actions` of the page that merges an entry with another one of its kind. */
function mergePage(what: Mergeable) {
  return {
    load: async ({ locals: { ctx, locale }, params }: ObjectEvent) => {
      const id = params.id ?? ''
      const name = found(await what.nameOf(ctx, id))
      return { name, back: `${what.path}/${id}`, fields: fieldsOf(what, messages(locale)) }
    },
    actions: { default: (event: ObjectEvent) => answer(what, event) },
  }
}

export const mergePersonPage = mergePage(persons)
export const mergeOrganisationPage = mergePage(organisations)
export const mergeTopicPage = mergePage(topics)
