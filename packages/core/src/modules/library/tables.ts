import type { Generated } from 'kysely'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { Visibility } from '../editions/types.ts'
import type { MaterialKind, MaterialState } from './types.ts'

export interface LibraryTables {
  materials: {
    id: string
    revision: Generated<number>
    edition_id: string
    session_id: string | null
    kind: MaterialKind
    title: string
    url: string | null
    language: string | null
    licence: string | null
    has_consent: Generated<boolean>
    state: Generated<MaterialState>
    position: Generated<number>
  }
  recaps: {
    id: string
    revision: Generated<number>
    edition_id: string
    session_id: string | null
    title: LocalizedText
    body: LocalizedText
    conclusion: Generated<LocalizedText>
    source_id: string | null
    visibility: Generated<Visibility>
    updated_at: Generated<string>
  }
}

declare module '../../platform/database/tables.ts' {
  interface Tables extends LibraryTables {}
}
