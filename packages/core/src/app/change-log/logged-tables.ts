import type { IdKind } from '../../kernel/ids.ts'
import type { EditionScope, SeriesScope } from '../../kernel/scope.ts'
import type { Permission, Permissions } from '../../platform/context/types.ts'

type PermissionOn<Scope> = { [P in Permission]: Scope extends Permissions[P] ? P : never }[Permission]

/** The right to edit rows of a table: in their edition, in their series, on the site, or as something all series share. */
export type EditRight =
  | { readonly on: 'edition'; readonly need: PermissionOn<EditionScope> }
  | { readonly on: 'series'; readonly need: PermissionOn<SeriesScope> }
  | { readonly on: 'site'; readonly need: PermissionOn<null> }
  | { readonly on: 'person' | 'organisation' | 'topic' }

export type LoggedTable = {
  /** What its rows are called by, where they have an id: the kind of that, and the name as SQL. */
  readonly named?: readonly [kind: IdKind, name: string]
  /** Who may put back what stood there; null: nobody, because it bears witness or gives rights. */
  readonly edit: EditRight | null
}

const edition = { on: 'edition', need: 'edition.manage' } as const
const place = { on: 'edition', need: 'place.manage' } as const
const programme = { on: 'edition', need: 'programme.edit' } as const
const series = { on: 'series', need: 'series.manage' } as const
const news = { on: 'series', need: 'news.manage' } as const
const operator = { on: 'site', need: 'change.view_all' } as const
const person = { on: 'person' } as const
const organisation = { on: 'organisation' } as const
const topic = { on: 'topic' } as const

const accountName = `coalesce(name, (select p.name from persons p where p.id = person_id),
  (select a.address from account_addresses a where a.account_id = accounts.id))`

/** Every table whose changes are logged. */
export const loggedTables: Readonly<Record<string, LoggedTable>> = {
  series: { named: ['series', 'name'], edit: series },
  venues: { named: ['venue', 'coalesce(name, city)'], edit: operator },
  sources: { named: ['source', 'title'], edit: series },
  editions: { named: ['edition', 'name'], edit: edition },
  edition_organisers: { edit: edition },
  edition_lands: { edit: edition },
  announcements: { edit: edition },
  attendance_figures: { edit: edition },
  contacts: { edit: series },
  news_categories: { edit: series },
  news: { named: ['news', 'title'], edit: news },
  images: { named: ['image', 'name'], edit: null },
  pages: { named: ['page', 'title'], edit: { on: 'site', need: 'page.manage' } },
  tracks: { named: ['track', 'name'], edit: place },
  rooms: { named: ['room', 'name'], edit: place },
  room_equipment: { edit: place },
  topics: { named: ['topic', 'name'], edit: topic },
  topic_synonyms: { edit: topic },
  topic_slugs: { edit: topic },
  organisations: { named: ['organisation', 'name'], edit: organisation },
  organisation_names: { edit: organisation },
  organisation_slugs: { edit: organisation },
  persons: { named: ['person', 'name'], edit: person },
  person_names: { edit: person },
  person_references: { edit: operator },
  person_slugs: { edit: person },
  person_contacts: { edit: operator },
  person_consents: { edit: null },
  sessions: { named: ['session', 'title'], edit: programme },
  session_topics: { edit: programme },
  session_needs: { edit: programme },
  appearances: { edit: programme },
  availabilities: { edit: programme },
  speaker_logistics: { edit: programme },
  order_wishes: { edit: programme },
  slots: { edit: programme },
  paces: { edit: programme },
  accepted_warnings: { edit: programme },
  reserves: { edit: programme },
  planning_levels: { edit: programme },
  variants: { edit: null },
  releases: { named: ['release', 'name'], edit: null },
  materials: { named: ['material', 'title'], edit: { on: 'edition', need: 'material.manage' } },
  recaps: { named: ['recap', 'title'], edit: { on: 'edition', need: 'news.manage' } },
  mail_templates: { edit: { on: 'series', need: 'mail.rewrite' } },
  letters: { edit: null },
  barrier_reports: { edit: null },
  accounts: { named: ['account', accountName], edit: null },
  account_addresses: { edit: null },
  account_identities: { edit: null },
  passkeys: { edit: null },
  role_grants: { edit: null },
  invitations: { edit: null },
  retention_periods: { edit: { on: 'site', need: 'retention.manage' } },
}

const derived = 'made from logged tables'
const secret = 'holds what proves who somebody is'
const machine = 'bookkeeping of the machine'
const outbox = 'has its own history: state, tries, who released it; texts may hold links that sign somebody in'

/** Every other table, with the reason why its changes are not logged. */
export const unloggedTables: Readonly<Record<string, string>> = {
  changes: 'the log itself',
  change_rows: 'the log itself',
  kysely_migration: machine,
  kysely_migration_lock: machine,
  publications: machine,
  imports: 'notes what the last import brought',
  programme_edits: 'a journal itself',
  plan_runs: 'proposals of the machine; what is accepted of them stands in the journal',
  bookmark_lists: 'counted without names, and anew at every tap',
  published_programmes: derived,
  published_sessions: derived,
  withdrawn_sessions: derived,
  published_appearances: derived,
  published_session_topics: derived,
  search_documents: derived,
  search_texts: derived,
  search_postings: derived,
  search_words: derived,
  search_concepts: derived,
  search_version: derived,
  register_entries: 'an official list that is replaced as a whole',
  setup_links: secret,
  sign_ins: secret,
  sign_in_requests: secret,
  address_changes: secret,
  passkey_challenges: secret,
  totp_secrets: secret,
  recovery_codes: secret,
  oidc_attempts: secret,
  mail_subscribers: secret,
  erasure_keys: secret,
  erasure_requests: secret,
  try_counts: machine,
  mails: outbox,
  mailbox_messages: outbox,
  bounced_addresses: 'only hashes of addresses',
  account_visits: machine,
  erasures: 'only hashes of whom nothing else may be kept',
  erasure_mentions: 'where somebody who was erased is still named',
  retention_notices: machine,
}
