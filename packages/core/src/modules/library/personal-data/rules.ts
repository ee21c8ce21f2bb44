import type { PersonalData } from '../../../platform/personal-data/types.ts'

const byCommand = { kind: 'by-command' } as const

/** Where the library holds personal data. The search index is made anew from what is left. */
export const libraryData: readonly PersonalData[] = [
  { table: 'materials', plain: 'id edition_id session_id kind language licence state', mentions: 'title url' },
  {
    table: 'recaps',
    plain: 'id edition_id session_id source_id visibility',
    mentions: 'title body conclusion',
  },
  { table: 'search_documents', erasure: byCommand, data: 'ref_id', plain: 'segment kind lands topics years' },
  {
    table: 'search_texts',
    erasure: byCommand,
    data: 'path title subtitle people names body words',
    plain: 'language edition',
  },
  { table: 'search_postings', erasure: byCommand, data: 'term', plain: 'segment documents impacts' },
  { table: 'search_words', erasure: byCommand, data: 'word surface' },
  { table: 'search_concepts', plain: 'wording concept' },
  { table: 'search_version', plain: 'version' },
]
