import { personalData } from '../register/rules.ts'
import type { RetentionRule } from './types.ts'

const always = { default: 0, min: 0, max: 0 } as const
const silent = { announceDays: 0, tells: 'nobody', action: 'delete' } as const
/** SQL: when the edition of a row is over; null while it has no date. */
const overSince = (table: string) =>
  `(select coalesce(ends_on, starts_on)::timestamptz from editions where editions.id = ${table}.edition_id)`
const owned = personalData.flatMap((one) => (one.owner ? [`'${one.table}'`] : [])).join(', ')

const access: readonly RetentionRule[] = [
  {
    kind: 'sign-in-requests',
    title: { de: 'Angeforderte Anmeldungen', en: 'Sign-ins that were asked for' },
    reason: { de: 'Danach nützen sie niemandem mehr.', en: 'After that they are of no use to anybody.' },
    table: 'sign_in_requests',
    key: 'id',
    since: 'expires_at',
    days: always,
    ...silent,
  },
  {
    kind: 'sign-ins',
    title: { de: 'Abgelaufene Anmeldungen', en: 'Sign-ins that are over' },
    reason: { de: 'Danach nützen sie niemandem mehr.', en: 'After that they are of no use to anybody.' },
    table: 'sign_ins',
    key: 'id',
    since: 'expires_at',
    days: always,
    ...silent,
  },
  {
    kind: 'one-time-links',
    title: { de: 'Einmal-Links', en: 'One-time links' },
    reason: { de: 'Danach nützen sie niemandem mehr.', en: 'After that they are of no use to anybody.' },
    table: 'setup_links',
    key: 'id',
    since: 'expires_at',
    days: always,
    ...silent,
  },
  {
    kind: 'erasure-requests',
    title: { de: 'Unbestätigte Löschwünsche', en: 'Requests for erasure that nobody confirmed' },
    reason: { de: 'Danach nützen sie niemandem mehr.', en: 'After that they are of no use to anybody.' },
    table: 'erasure_requests',
    key: 'id',
    since: 'expires_at',
    days: always,
    ...silent,
  },
  {
    kind: 'invitations',
    title: { de: 'Einladungen zur Mitarbeit', en: 'Invitations to take part' },
    reason: {
      de: 'So lange lässt sich nachsehen, wer eingeladen war; die Aufgabe selbst bleibt am Konto.',
      en: 'For so long one can look up who was invited; the role itself stays with the account.',
    },
    table: 'invitations',
    key: 'id',
    since: 'coalesce(accepted_at, withdrawn_at, expires_at)',
    days: { default: 90, min: 0, max: 365 },
    ...silent,
  },
  {
    kind: 'idle-accounts',
    title: { de: 'Konten, die niemand benutzt', en: 'Accounts that nobody uses' },
    reason: {
      de: 'Wer drei Jahre lang nicht da war, braucht das Konto nicht mehr. Auftritte im Archiv bleiben.',
      en: 'Whoever has not been here for three years does not need the account any more. Appearances in the archive stay.',
    },
    table: 'accounts',
    key: 'id',
    since: `case when not exists (select from role_grants where account_id = accounts.id and role = 'operator')
      then coalesce((select last_seen_on from account_visits where account_id = accounts.id), created_at) end`,
    days: { default: 1095, min: 365, max: 3650 },
    announceDays: 30,
    tells: 'owner',
    action: 'delete',
  },
]

const messages: readonly RetentionRule[] = [
  {
    kind: 'mails',
    title: { de: 'Versandte Mails', en: 'Mails that were sent' },
    reason: {
      de: 'So lange kommen Rückfragen zu einer Ausgabe. Aufbewahrungspflichtig sind diese Mails nicht.',
      en: 'For so long questions about an edition come in. No law asks for these mails to be kept.',
    },
    table: 'mails',
    key: 'id',
    since: "case when state in ('sent', 'failed', 'bounced', 'unknown') then coalesce(sent_at, created_at) end",
    days: { default: 365, min: 30, max: 1095 },
    announceDays: 14,
    tells: 'operators',
    action: 'delete',
  },
  {
    kind: 'mailbox',
    title: { de: 'Postfach der Vorführung', en: 'Mailbox of the demonstration' },
    reason: { de: 'Nur zum Ansehen.', en: 'Only to be looked at.' },
    table: 'mailbox_messages',
    key: 'id',
    since: 'sent_at',
    days: { default: 30, min: 0, max: 365 },
    ...silent,
  },
  {
    kind: 'bounced-addresses',
    title: { de: 'Unzustellbare Adressen', en: 'Addresses that could not be reached' },
    reason: {
      de: 'Danach ist ein neuer Versuch sinnvoll: Adressen werden neu vergeben und Postfächer wieder leer.',
      en: 'After that another attempt makes sense: addresses are given to others, and mailboxes are emptied.',
    },
    table: 'bounced_addresses',
    key: 'address_hash',
    since: 'bounced_at',
    days: { default: 365, min: 30, max: 1095 },
    ...silent,
  },
  {
    kind: 'barrier-reports',
    title: { de: 'Beantwortete Meldungen von Barrieren', en: 'Answered reports of barriers' },
    reason: {
      de: 'So lange kann sich jemand an die Schlichtungsstelle wenden und nach der Meldung fragen.',
      en: 'For so long somebody may turn to the arbitration body and ask about the report.',
    },
    table: 'barrier_reports',
    key: 'id',
    since: 'answered_at',
    days: { default: 365, min: 30, max: 1095 },
    ...silent,
  },
]

const people: readonly RetentionRule[] = [
  {
    kind: 'person-contacts',
    title: { de: 'Private Kontaktdaten von Mitwirkenden', en: 'Private contact data of people who took part' },
    reason: {
      de: 'Für die Einladung zur nächsten und übernächsten Ausgabe; danach fehlt der Anlass.',
      en: 'For the invitation to the next edition and the one after it; then there is no occasion any more.',
    },
    table: 'person_contacts',
    key: 'person_id',
    since: `greatest(updated_at, (select max(coalesce(editions.ends_on, editions.starts_on))::timestamptz from appearances
      join sessions on sessions.id = appearances.session_id join editions on editions.id = sessions.edition_id
      where appearances.person_id = person_contacts.person_id))`,
    days: { default: 730, min: 30, max: 3650 },
    announceDays: 30,
    tells: 'operators',
    action: 'delete',
  },
  {
    kind: 'speaker-logistics',
    title: {
      de: 'Anreise, Bedarf und Verbindungstest von Mitwirkenden',
      en: 'Arrival, needs and line check of people who took part',
    },
    reason: {
      de: 'So lange kommen Abrechnungen und Rückfragen; danach braucht niemand mehr, wer wie angereist ist und was er brauchte.',
      en: 'For so long accounts are settled and questions come in; after that nobody needs to know who came how and needed what.',
    },
    table: 'speaker_logistics',
    key: 'id',
    since: overSince('speaker_logistics'),
    days: { default: 90, min: 0, max: 365 },
    ...silent,
  },
  {
    kind: 'availabilities',
    title: { de: 'Wann Mitwirkende da sein konnten', en: 'When people who took part could be there' },
    reason: {
      de: 'Wie die Angaben zur Anreise: nach der Ausgabe ohne Zweck.',
      en: 'As the details of their arrival: without purpose after the edition.',
    },
    table: 'availabilities',
    key: 'id',
    since: overSince('availabilities'),
    days: { default: 90, min: 0, max: 365 },
    ...silent,
  },
  {
    kind: 'superseded-consents',
    title: { de: 'Überholte Einwilligungen', en: 'Superseded consents' },
    reason: {
      de: 'Drei Jahre verjähren Ansprüche (§ 195 BGB). Die geltende Antwort bleibt, solange etwas veröffentlicht ist.',
      en: 'Claims fall under the statute of limitations after three years (§ 195 BGB). The current answer stays as long as something is published.',
    },
    table: 'person_consents',
    key: 'id',
    since: `(select min(later.decided_at) from person_consents later where later.person_id = person_consents.person_id
      and later.edition_id = person_consents.edition_id and later.kind = person_consents.kind
      and later.number > person_consents.number)`,
    days: { default: 1095, min: 1095, max: 3650 },
    ...silent,
  },
  {
    kind: 'change-log',
    title: { de: 'Personenbezogene Inhalte im Protokoll', en: 'Personal content of the log of changes' },
    reason: {
      de: 'So lange lässt sich klären, wer was an den Angaben über jemanden geändert hat. Das Protokoll bleibt prüfbar.',
      en: 'For so long it can be settled who changed what about somebody. The log can still be verified.',
    },
    table: 'change_rows',
    key: 'change_rows.id::text',
    since: `case when erased_by is null and operation <> 'erase' and table_name in (${owned})
      then (select at from changes where changes.id = change_rows.change_id) end`,
    days: { default: 1095, min: 365, max: 3650 },
    announceDays: 0,
    tells: 'nobody',
    action: 'forget',
  },
  {
    kind: 'settled-mentions',
    title: { de: 'Erledigte Hinweise auf Namen', en: 'Settled mentions of names' },
    reason: {
      de: 'So lange lässt sich nachsehen, was entschieden wurde.',
      en: 'For so long one can look up what was decided.',
    },
    table: 'erasure_mentions',
    key: 'id',
    since: 'settled_at',
    days: { default: 365, min: 30, max: 1095 },
    ...silent,
  },
]

const visitors: readonly RetentionRule[] = [
  {
    kind: 'bookmark-lists',
    title: { de: 'Mitgezählte Merklisten', en: 'Counted bookmark lists' },
    reason: {
      de: 'Ohne Namen. So lange helfen sie, Räume und Zeiten für die nächsten Ausgaben zu planen.',
      en: 'Without names. For so long they help to plan rooms and times of the next editions.',
    },
    table: 'bookmark_lists',
    key: 'key',
    since: `(select coalesce(ends_on, starts_on)::timestamptz from editions where id = bookmark_lists.edition_id)`,
    days: { default: 1095, min: 0, max: 3650 },
    ...silent,
  },
]

/** What is kept how long: the one table. What is not in it is kept until somebody deletes it. */
export const retentionRules: readonly RetentionRule[] = [...access, ...messages, ...people, ...visitors]

/** The period of a kind: what was set, within the limits of the rule; else its default. */
export function periodOf(rule: RetentionRule, set: ReadonlyMap<string, number>): number {
  const { default: usual, min, max } = rule.days
  return Math.min(Math.max(set.get(rule.kind) ?? usual, min), max)
}
