import type { Locale } from '@fachtag/core/kernel/localized-text'
import { organisationKinds } from '@fachtag/core/modules/people/types'
import { letterMails } from '@fachtag/core/modules/programme/letters/mails'
import { audienceRoles, type LetterPlace } from '@fachtag/core/modules/programme/letters/types'
import type { Field } from '#lib/form/types.ts'
import { nameOfLand } from '#lib/lands.ts'
import { messages } from '#lib/messages/messages.ts'
import { textFields } from './text-object.ts'

/** The fields of one part after the other. */
export const allFields = ({ start, audience, narrowing, text }: LetterFields): Field[] => [
  ...start,
  ...audience,
  ...narrowing,
  ...text,
]

export type LetterFields = Readonly<Record<'start' | 'audience' | 'narrowing' | 'text', readonly Field[]>>

/** The fields of a letter, by the parts of its form. */
export function letterFields(locale: Locale, { editions }: LetterPlace): LetterFields {
  const t = messages(locale)
  const l = t.mail.letter
  const starts = Object.entries(letterMails).map(([value, { title }]) => ({ value, label: title[locale] }))
  const lands = Array.from({ length: 16 }, (_, index) => String(index + 1).padStart(2, '0'))
  const start: Field[] = [{ kind: 'select', name: 'template', label: l.start, options: starts, width: 'half' }]
  const audience: Field[] = [
    {
      kind: 'select',
      name: 'edition',
      label: l.edition,
      options: editions.map(({ slug, name }) => ({ value: slug, label: name })),
      width: 'half',
    },
    {
      kind: 'checks',
      name: 'roles',
      optional: true,
      label: l.roles,
      hint: l.anyRole,
      options: audienceRoles.map((value) => ({ value, label: l.roleNames[value] })),
    },
  ]
  const narrowing: Field[] = [
    {
      kind: 'checks',
      name: 'lands',
      optional: true,
      label: l.lands,
      options: lands.map((value) => ({ value, label: nameOfLand(value, locale) })),
    },
    {
      kind: 'checks',
      name: 'organisationKinds',
      optional: true,
      label: l.kinds,
      options: organisationKinds.map((value) => ({ value, label: t.people.organisation.kind[value] })),
    },
  ]
  const text: Field[] = [
    ...textFields(locale),
    {
      kind: 'text',
      name: 'replyTo',
      label: l.replyTo,
      hint: l.replyToHint,
      type: 'email',
      max: 254,
      optional: true,
      width: 'half',
    },
  ]
  return { start, audience, narrowing, text }
}
