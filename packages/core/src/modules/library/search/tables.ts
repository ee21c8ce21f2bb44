import type { Generated } from 'kysely'
import type { LocalizedText } from '../../../kernel/localized-text.ts'
import type { SearchKind } from './types.ts'

export interface SearchTables {
  search_documents: {
    id: Generated<number>
    segment: string
    kind: SearchKind
    ref_id: string
    years: Generated<number[]>
    latest_year: number | null
    lands: Generated<string[]>
    topics: Generated<string[]>
  }
  search_texts: {
    document_id: number
    language: string
    path: string
    title: LocalizedText
    subtitle: Generated<LocalizedText>
    people: Generated<string>
    names: Generated<string>
    body: Generated<LocalizedText>
    edition: string | null
    words: string
  }
  search_postings: { term: string; segment: string; documents: number[]; impacts: number[] }
  search_words: { word: string; surface: string; documents: number; is_part: boolean }
  search_version: { version: string }
  search_concepts: { wording: string; concept: string }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends SearchTables {}
}
