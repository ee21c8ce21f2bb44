import { z } from 'zod'
import { line } from '../../../kernel/input.ts'

/** Somebody to turn to. `phone` as it is dialled, with country code. */
export const contactInput = z.strictObject({
  personId: line(40),
  organisationId: line(40).optional(),
  function: line(200).optional(),
  email: z.email().max(320).optional(),
  phone: z
    .string()
    .regex(/^\+[0-9][0-9 /()-]{4,30}$/, 'with country code, for example +49 341 123456')
    .optional(),
  editionId: line(40).optional(),
  sourceId: line(40).optional(),
})
export type ContactInput = z.output<typeof contactInput>

/** A row of the form: a person who is known, or the name of one who is not yet. */
const contactRow = contactInput
  .extend({ personId: line(40).optional(), personName: line(200).optional() })
  .refine((row) => row.personId || row.personName, { message: 'a person is needed', path: ['personId'] })

/** The contact persons of a series as their form holds them, in their order. */
export const contactsForm = z.strictObject({ contacts: z.array(contactRow).max(50) })
export type ContactsForm = z.output<typeof contactsForm>
