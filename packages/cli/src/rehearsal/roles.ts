import type { RoleName } from '@fachtag/core/kernel/actor'
import type { LocalizedText } from '@fachtag/core/kernel/localized-text'

/** Where a role of the rehearsal counts: everywhere, in both series, or in the edition that is rehearsed. */
type Reach = 'site' | 'series' | 'edition'

export type RehearsedRole = {
  /** What programs call it. */
  readonly key: string
  /** What the role is called. */
  readonly title: LocalizedText & { readonly de: string; readonly en: string }
  /** Slug of who plays it; those without one appear nowhere and have only a name. */
  readonly person?: string
  readonly name: string
  /** The role that is given. Speakers and moderators have theirs through the programme. */
  readonly grant?: { readonly role: RoleName; readonly reach: Reach }
}

const person = (slug: string, name: string) => ({ person: slug, name: `${name} (erfunden)` })

/** Who can be tried out in the demonstration, in the order in which they are met. */
export const rehearsedRoles: readonly RehearsedRole[] = [
  {
    key: 'operator',
    title: { de: 'Betrieb', en: 'Operator' },
    name: 'Bela Probe (erfunden)',
    grant: { role: 'operator', reach: 'site' },
  },
  {
    key: 'organiser',
    title: { de: 'Organisation der Reihe, erster IT-Dienstleister', en: 'Series organiser, first IT provider' },
    ...person('olga-probe', 'Olga Probe'),
    grant: { role: 'series-organiser', reach: 'series' },
  },
  {
    key: 'second-organiser',
    title: { de: 'Organisation der Reihe, zweiter IT-Dienstleister', en: 'Series organiser, second IT provider' },
    ...person('otto-probe', 'Otto Probe'),
    grant: { role: 'series-organiser', reach: 'series' },
  },
  {
    key: 'programme',
    title: { de: 'Programm', en: 'Programme' },
    ...person('petra-probe', 'Petra Probe'),
    grant: { role: 'programme', reach: 'edition' },
  },
  {
    key: 'review',
    title: { de: 'Begutachtung', en: 'Review' },
    ...person('rita-probe', 'Rita Probe'),
    grant: { role: 'review', reach: 'edition' },
  },
  {
    key: 'registration-desk',
    title: { de: 'Anmeldung', en: 'Registration desk' },
    ...person('karl-probe', 'Karl Probe'),
    grant: { role: 'registration-desk', reach: 'edition' },
  },
  {
    key: 'finance',
    title: { de: 'Finanzen', en: 'Finance' },
    ...person('fatma-probe', 'Fatma Probe'),
    grant: { role: 'finance', reach: 'edition' },
  },
  {
    key: 'helper',
    title: { de: 'Hilfe am Einlass', en: 'Helper at the door' },
    ...person('hanna-probe', 'Hanna Probe'),
    grant: { role: 'helper', reach: 'edition' },
  },
  {
    key: 'editor',
    title: { de: 'Redaktion', en: 'Editor' },
    ...person('emil-probe', 'Emil Probe'),
    grant: { role: 'editor', reach: 'edition' },
  },
  { key: 'moderator', title: { de: 'Moderation', en: 'Moderator' }, ...person('maria-probe', 'Maria Probe') },
  { key: 'speaker', title: { de: 'Vortrag', en: 'Speaker' }, ...person('samuel-probe', 'Samuel Probe') },
  { key: 'attendee', title: { de: 'Teilnahme', en: 'Attendee' }, name: 'Anna Probe (erfunden)' },
]

/** The address of somebody of the rehearsal, in a domain that nobody can have (RFC 2606). */
export function addressOf({ name }: RehearsedRole): string {
  const [given = ''] = name.toLowerCase().split(' ')
  return `${given}@probe.example`
}
