import { changeContacts } from '@fachtag/core/modules/editions/contacts/present/commands'
import { findContactsForm } from '@fachtag/core/modules/editions/contacts/present/queries'
import { type ContactsForm, contactsForm } from '@fachtag/core/modules/editions/contacts/schema'
import { findManagedSeries } from '@fachtag/core/modules/editions/series/profile/queries'
import { messages } from '#lib/messages/messages.ts'
import { seriesOf } from '../admission.ts'
import type { ObjectForm } from '../forms/object-form.ts'
import { editionChoices, sourceChoices } from './choices.ts'

/** The page of the contact persons of a series: `/organisieren/[series]/ansprechpersonen`. */
export const contactsObject: ObjectForm<ContactsForm> = {
  schema: contactsForm,
  texts: (t) => ({ create: t.editionForms.contacts.title }),
  async fields(event) {
    const t = messages(event.locals.locale).editionForms
    const [editions, sources] = [await editionChoices(event), await sourceChoices(event)]
    return [
      {
        kind: 'rows',
        name: 'contacts',
        label: t.contacts.rows,
        hint: t.contacts.hint,
        add: t.contacts.add,
        ordered: true,
        fields: [
          {
            kind: 'reference',
            name: 'personId',
            newAs: 'personName',
            label: t.contacts.person,
            to: 'person',
            width: 'half',
          },
          { kind: 'text', name: 'function', label: t.contacts.function, max: 200, optional: true, width: 'half' },
          {
            kind: 'reference',
            name: 'organisationId',
            label: t.contacts.organisation,
            to: 'organisation',
            optional: true,
            width: 'half',
          },
          {
            kind: 'text',
            type: 'email',
            name: 'email',
            label: t.contacts.email,
            max: 320,
            optional: true,
            width: 'half',
          },
          { kind: 'text', type: 'tel', name: 'phone', label: t.contacts.phone, max: 40, optional: true, width: 'half' },
          {
            kind: 'select',
            name: 'editionId',
            label: t.contacts.edition,
            options: editions,
            optional: true,
            width: 'half',
          },
          { kind: 'select', name: 'sourceId', label: t.source, options: sources, optional: true, width: 'half' },
        ],
      },
    ]
  },
  async find({ locals }) {
    const [series, { contacts, names }] = await Promise.all([
      findManagedSeries(locals.ctx.db, seriesOf(locals)),
      findContactsForm(locals.ctx.db, seriesOf(locals)),
    ])
    const { title } = messages(locals.locale).editionForms.contacts
    return series && { id: series.id, input: { contacts }, title, revision: series.revision, names }
  },
  async save({ locals, params }, input, revision) {
    const saved = await changeContacts(locals.ctx, seriesOf(locals), input, revision)
    switch (saved.kind) {
      case 'saved':
        return { kind: 'saved', path: `/organisieren/${params.series}/ansprechpersonen` }
      case 'conflict':
        return { kind: 'conflict' }
      case 'twice':
        return { kind: 'refused', problems: { [`contacts.${saved.row}.personId`]: 'twice' } }
    }
  },
}
