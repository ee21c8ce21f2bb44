import type { PersonalData } from '../../../platform/personal-data/types.ts'

const byCommand = { kind: 'by-command' } as const

/** Where programmes hold personal data. */
export const programmeData: readonly PersonalData[] = [
  {
    table: 'sessions',
    plain: 'id edition_id source_key reference type language track_id room_id state source_id',
    mentions: 'slug',
    scrubbed: 'title subtitle abstract description method links',
  },
  { table: 'session_topics', plain: 'session_id topic_id' },
  {
    table: 'appearances',
    title: { de: 'Auftritte', en: 'Appearances' },
    owner: { person_id: 'person' },
    erasure: byCommand,
    data: 'function note',
    scrubbed: 'note',
    plain: 'id session_id role mode state replaces_id organisation_id organisation_name',
  },
  { table: 'imports', plain: 'edition_id source_key track_ids room_ids' },
  {
    table: 'releases',
    erasure: byCommand,
    data: 'snapshot changes report',
    scrubbed: 'name note snapshot changes report',
    plain: 'id edition_id',
  },
  { table: 'published_programmes', erasure: byCommand, data: 'overview', plain: 'edition_id series_id release_id' },
  {
    table: 'published_sessions',
    erasure: byCommand,
    data: 'title card data',
    plain: 'session_id edition_id series_id release_id slug type state language track_id room_id',
  },
  {
    table: 'published_appearances',
    erasure: byCommand,
    data: 'person_id function',
    plain: 'session_id edition_id organisation_id organisation_name role mode state',
  },
  { table: 'published_session_topics', plain: 'session_id topic_id' },
  {
    table: 'person_consents',
    title: { de: 'Einwilligungen', en: 'Consents' },
    owner: { person_id: 'person' },
    erasure: { kind: 'delete' },
    data: 'reason',
    author: 'account_id',
    plain: 'id edition_id kind state wording given_via',
  },
  { table: 'paces', plain: 'id edition_id day_begins day_ends' },
  {
    table: 'availabilities',
    title: { de: 'Wann Sie da sein können', en: 'When you can be there' },
    owner: { person_id: 'person' },
    erasure: { kind: 'delete' },
    data: 'windows',
    plain: 'id edition_id',
  },
  { table: 'room_equipment', plain: 'id edition_id room_id equipment' },
  { table: 'session_needs', plain: 'id edition_id session_id equipment' },
  { table: 'order_wishes', scrubbed: 'reason', plain: 'id edition_id first_session_id then_session_id' },
  { table: 'slots', plain: 'id edition_id room_id' },
  { table: 'accepted_warnings', author: 'account_id', scrubbed: 'reason', plain: 'edition_id key fingerprint' },
  { table: 'programme_edits', author: 'account_id', plain: 'id edition_id kind of_id moves changes' },
  { table: 'bookmark_lists', plain: 'key edition_id session_ids' },
  { table: 'variants', scrubbed: 'name note', plain: 'id edition_id base placements' },
  {
    table: 'reserves',
    title: { de: 'Wo Sie einspringen könnten', en: 'Where you could stand in' },
    owner: { person_id: 'person' },
    erasure: { kind: 'delete' },
    data: 'function title abstract note',
    plain: 'id edition_id organisation_name mode state',
  },
]
