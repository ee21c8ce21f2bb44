import type { PersonalData } from '../../../platform/personal-data/types.ts'

/** Where series and editions hold personal data. */
export const editionsData: readonly PersonalData[] = [
  { table: 'series', plain: 'id slug language', mentions: 'name short_name claim description' },
  { table: 'venues', plain: 'id street postcode city ars land country', mentions: 'name directions' },
  { table: 'sources', plain: 'id series_id key publisher_id url', mentions: 'title' },
  {
    table: 'editions',
    plain: 'id series_id slug date_precision date_certainty date_source_id time_zone state visibility venue_id accent',
    mentions: 'name motto description',
  },
  { table: 'edition_organisers', plain: 'edition_id organisation_id role', scrubbed: 'note' },
  { table: 'edition_lands', plain: 'edition_id land source_id' },
  { table: 'announcements', plain: 'id edition_id announces_edition_id certainty source_id' },
  { table: 'attendance_figures', plain: 'id edition_id session_key qualifier source_id' },
  {
    table: 'contacts',
    title: { de: 'Ansprechperson für', en: 'Contact person for' },
    owner: { person_id: 'person' },
    erasure: { kind: 'delete' },
    data: 'function email phone',
    plain: 'id series_id edition_id organisation_id source_id',
  },
  { table: 'news_categories', plain: 'series_id slug name' },
  {
    table: 'news',
    plain: 'id series_id edition_id category source_id date_precision visibility',
    mentions: 'slug title summary body',
  },
  { table: 'pages', plain: 'id slug', mentions: 'title body' },
  { table: 'tracks', plain: 'id edition_id slug colour', mentions: 'name' },
  { table: 'rooms', plain: 'id edition_id slug', mentions: 'name description' },
  { table: 'topics', plain: 'id slug', mentions: 'name description' },
  { table: 'topic_synonyms', plain: 'topic_id term folded' },
  { table: 'topic_slugs', plain: 'slug topic_id former_id' },
  {
    table: 'images',
    author: 'created_by',
    plain: 'id series_id media_type sha256 licence',
    mentions: 'name alternative credit',
  },
]
