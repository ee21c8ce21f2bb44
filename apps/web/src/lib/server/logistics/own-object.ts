import { saveOwnLogistics } from '@fachtag/core/modules/programme/logistics/own/commands'
import { findOwnLogistics } from '@fachtag/core/modules/programme/logistics/own/queries'
import { type OwnLogisticsInput, ownLogisticsInput } from '@fachtag/core/modules/programme/logistics/schema'
import { messages } from '#lib/messages/messages.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { found } from '../found.ts'
import { ownFields, toInput } from './fields.ts'

/** What is known of who is signed in at the edition in the address; null where they do not appear. */
export function findOwn({ locals, params }: Pick<ObjectEvent, 'locals' | 'params'>) {
  return findOwnLogistics(locals.ctx, params.edition ?? '')
}

/** The form in which somebody says how they come and what they need: `/konto/auftritte/angaben/[edition]`. */
export const ownLogisticsObject: ObjectForm<OwnLogisticsInput> = {
  schema: ownLogisticsInput,
  texts: (t) => ({ create: t.people.own.title }),
  async fields(event) {
    return ownFields(event, found(await findOwn(event)).edition, true)
  },
  async find(event) {
    const own = await findOwn(event)
    if (!own) return null
    const title = messages(event.locals.locale).logistics.own.title(own.edition.name)
    return { input: toInput(own.logistics), title, revision: own.logistics.revision }
  },
  async save(event, input, revision) {
    const { edition } = found(await findOwn(event))
    const saved = await saveOwnLogistics(event.locals.ctx, edition.id, input, revision)
    const path = `/konto/auftritte/angaben/${edition.id}`
    return saved.kind === 'saved' ? { kind: 'saved', path } : { kind: 'conflict' }
  },
}
