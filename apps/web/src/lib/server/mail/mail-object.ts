import {
  deleteMails,
  editMail,
  holdMails,
  releaseMails,
  retryMails,
} from '@fachtag/core/modules/messages/mail/outbox/commands'
import { findMail } from '@fachtag/core/modules/messages/mail/outbox/queries'
import { actionsOn } from '@fachtag/core/modules/messages/mail/outbox/rules'
import { type EditMailInput, editMailInput } from '@fachtag/core/modules/messages/mail/outbox/schema'
import type { OutboxMail } from '@fachtag/core/modules/messages/mail/outbox/types'
import { messages } from '#lib/messages/messages.ts'
import { seriesOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm, Stored } from '../forms/object-form.ts'

const base = ({ params }: ObjectEvent) =>
  `/organisieren/${params.series}${params.edition ? `/${params.edition}` : ''}/post`
const own = (event: ObjectEvent) => `${base(event)}/${event.params.mail}`
const choiceOf = ({ params }: ObjectEvent) => ({ ids: [params.mail ?? ''] })
const badges = {
  review: 'warning',
  held: 'warning',
  failed: 'warning',
  bounced: 'warning',
  unknown: 'warning',
  sent: 'success',
} as const
const steps = { release: releaseMails, hold: holdMails, retry: retryMails }
type Step = keyof typeof steps

/** The mail that the address names. Throws `mail.not_found`. */
export const mailOf = (event: ObjectEvent): Promise<OutboxMail> =>
  findMail(event.locals.ctx, seriesOf(event.locals), event.params.mail ?? '')

type StoredMail = Stored & { readonly state: OutboxMail['state'] }

/** The page of a mail in the outbox: `…/post/[mail]`. What cannot be changed any more has no fields. */
export const mailObject: ObjectForm<EditMailInput> = {
  schema: editMailInput,
  texts: (t) => ({ create: t.mail.outbox.title }),
  fields({ locals }, stored) {
    const t = messages(locals.locale).mail.one
    if (!stored || !actionsOn((stored as StoredMail).state).includes('edit')) return []
    return [
      { kind: 'text', name: 'address', label: t.address, type: 'email', max: 254, width: 'half' },
      { kind: 'text', name: 'subject', label: t.subject, max: 200 },
      { kind: 'long', name: 'body', label: t.body, hint: t.bodyHint, max: 20_000, rows: 16 },
    ]
  },
  async find(event): Promise<StoredMail> {
    const { address, subject, body, state, revision } = await mailOf(event)
    const t = messages(event.locals.locale).mail
    const offered = actionsOn(state).filter((action): action is Step => Object.hasOwn(steps, action))
    return {
      state,
      title: subject,
      revision,
      input: { address, subject, body },
      badge: {
        kind: Object.hasOwn(badges, state) ? badges[state as keyof typeof badges] : 'info',
        text: t.outbox.states[state],
      },
      steps: offered.map((name) => ({
        name,
        label: t.outbox.actions[name],
        isMain: name === 'release',
        ...(name === 'retry' && state === 'unknown' ? { hint: t.one.retryHint } : {}),
      })),
    }
  },
  async save(event, input, revision) {
    const given = revision === undefined ? input : { ...input, expectedRevision: revision }
    const outcome = await editMail(event.locals.ctx, seriesOf(event.locals), event.params.mail ?? '', given)
    switch (outcome.kind) {
      case 'saved':
      case 'too-late':
        return { kind: 'saved', path: own(event) }
      case 'no-address':
        return { kind: 'refused', problems: { address: 'address' } }
      case 'conflict':
        return { kind: 'conflict' }
    }
  },
  async take(event, step) {
    if (Object.hasOwn(steps, step)) await steps[step as Step](event.locals.ctx, seriesOf(event.locals), choiceOf(event))
    return { kind: 'saved', path: own(event) }
  },
  async uses(event) {
    const { state } = await mailOf(event)
    const isInTheWay = !actionsOn(state).includes('delete')
    return isInTheWay ? [{ name: messages(event.locals.locale).mail.outbox.states[state] }] : []
  },
  async remove(event) {
    const count = await deleteMails(event.locals.ctx, seriesOf(event.locals), choiceOf(event))
    return count > 0 ? { kind: 'removed', path: base(event) } : { kind: 'in-use' }
  },
}
