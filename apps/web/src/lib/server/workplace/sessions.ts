import { addSession, changeSession } from '@fachtag/core/modules/programme/draft/session/commands'
import { findDraftSession } from '@fachtag/core/modules/programme/draft/session/queries'
import { timeOf } from '@fachtag/core/modules/programme/draft/session/rules'
import { type SessionInput, sessionInput } from '@fachtag/core/modules/programme/draft/session/schema'
import type { DraftSession } from '@fachtag/core/modules/programme/draft/session/types'
import { setSessionState } from '@fachtag/core/modules/programme/draft/state/commands'
import type { SessionState } from '@fachtag/core/modules/programme/types'
import { type Messages, messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm, ObjectLink, ObjectStep, Stored } from '../forms/object-form.ts'
import { found } from '../found.ts'
import { sessionFields } from './session-fields.ts'

const idOf = ({ params }: ObjectEvent) => params.id ?? ''
const base = ({ params }: ObjectEvent) => `/organisieren/${params.series}/${params.edition}/beitraege`

function toInput(session: DraftSession) {
  const { startsAt, appearances } = session
  return {
    ...session,
    time: timeOf(startsAt),
    appearances: appearances.map((one) => ({ ...one, organisationName: one.organisationName ?? undefined })),
  }
}

const nextStates: Readonly<Record<string, SessionState>> = {
  cancel: 'cancelled',
  reinstate: 'planned',
  remove: 'removed',
  restore: 'planned',
}

function stepsOf(state: SessionState, t: Messages['contentForms']['sessions']): ObjectStep[] {
  const names = { planned: ['cancel', 'remove'], cancelled: ['reinstate', 'remove'], removed: ['restore'] } as const
  return names[state].map((name) => ({ name, label: t.steps[name] }))
}

function badgeOf({ state, isPublished }: DraftSession, t: Messages['contentForms']['sessions']): Stored['badge'] {
  if (state !== 'planned') return { kind: 'warning', text: t.badge[state] }
  return isPublished ? undefined : { kind: 'info', text: t.badge.draft }
}

function linksOf({ params, locals }: ObjectEvent, session: DraftSession): ObjectLink[] {
  const all = messages(locals.locale)
  const place = `${params.series}/${params.edition}`
  const view = { path: `/${place}/programm/beitrag/${session.slug}`, name: all.contentForms.sessions.view }
  const replace = { path: `/organisieren/${place}/ersatz?beitrag=${session.id}`, name: all.replacement.title }
  const needs = { path: `/organisieren/${place}/beitraege/${session.id}/bedarf`, name: all.logistics.session.link }
  return session.isPublished ? [view, replace, needs] : [replace, needs]
}

/** The page of a session: `…/beitraege/[id]`. */
export const sessionObject: ObjectForm<SessionInput> = {
  schema: sessionInput,
  texts: (t) => ({ create: t.contentForms.sessions.create }),
  fields: sessionFields,
  async find(event) {
    const { ctx, locale } = event.locals
    const session = await findDraftSession(ctx.db, editionOf(event.locals), idOf(event))
    if (!session) return null
    const t = messages(locale).contentForms.sessions
    const named = session.appearances.flatMap(({ personId, name }) => (personId && name ? [[personId, name]] : []))
    return {
      input: toInput(session),
      title: session.title,
      revision: session.revision,
      names: Object.fromEntries(named),
      badge: badgeOf(session, t),
      links: linksOf(event, session),
      steps: stepsOf(session.state, t),
    }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = editionOf(event.locals)
    const saved =
      revision === undefined
        ? await addSession(ctx, scope, input)
        : await changeSession(ctx, scope, idOf(event), input, revision)
    return saved.kind === 'saved' ? { kind: 'saved', path: `${base(event)}/${saved.id}` } : saved
  },
  async take(event, step, revision) {
    const state = found(nextStates[step])
    const saved = await setSessionState(event.locals.ctx, editionOf(event.locals), idOf(event), state, revision)
    return saved.kind === 'saved' ? { kind: 'saved', path: `${base(event)}/${idOf(event)}` } : { kind: 'conflict' }
  },
}
