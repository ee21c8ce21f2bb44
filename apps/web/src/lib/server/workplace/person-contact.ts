import type { SharedScope } from '@fachtag/core/kernel/scope'
import { savePersonContact } from '@fachtag/core/modules/people/contacts/commands'
import { findPersonContact } from '@fachtag/core/modules/people/contacts/queries'
import { type PersonContactInput, personContactInput } from '@fachtag/core/modules/people/contacts/schema'
import { findPersonScope } from '@fachtag/core/modules/programme/involvement/queries'
import { messages } from '#lib/messages/messages.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { found } from '../found.ts'

const idOf = ({ params }: ObjectEvent) => params.id ?? ''

/** The person, for who may know how to reach them; for everybody else there is nothing here. */
async function reach({ locals: { ctx }, params }: ObjectEvent): Promise<SharedScope<'person'>> {
  const scope = found(await findPersonScope(ctx.db, params.id ?? ''))
  return found(ctx.may('person.contact', scope) ? scope : null)
}

/** The page with the private addresses of a person: `/organisieren/personen/[id]/erreichbar`. */
export const personContactObject: ObjectForm<PersonContactInput> = {
  schema: personContactInput,
  texts: (t) => ({ create: t.contentForms.persons.contact }),
  fields({ locals }) {
    const t = messages(locals.locale).contentForms.persons
    return [
      { kind: 'text', type: 'email', name: 'email', label: t.email, hint: t.contactHint, max: 254, optional: true },
      { kind: 'text', type: 'tel', name: 'phone', label: t.phone, max: 40, optional: true, width: 'half' },
      { kind: 'long', name: 'note', label: t.note, rows: 3, max: 2000, optional: true },
    ]
  },
  async find(event) {
    const { ctx, locale } = event.locals
    const contact = found(await findPersonContact(ctx, await reach(event)))
    const back = { path: `/organisieren/personen/${idOf(event)}`, name: messages(locale).workplace.form.back }
    return { input: contact, title: contact.name, revision: contact.revision, links: [back] }
  },
  async save(event, input, revision) {
    const saved = await savePersonContact(event.locals.ctx, await reach(event), input, revision)
    return saved.kind === 'saved'
      ? { kind: 'saved', path: `/organisieren/personen/${idOf(event)}` }
      : { kind: 'conflict' }
  },
}
