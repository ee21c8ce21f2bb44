import type { GeneratedAlways } from 'kysely'
import type { ConsentKind, ConsentState, ConsentVia } from './types.ts'

export interface ConsentTables {
  person_consents: {
    id: string
    number: GeneratedAlways<number>
    person_id: string
    edition_id: string
    kind: ConsentKind
    state: ConsentState
    wording: string
    given_via: ConsentVia
    reason: string | null
    account_id: string | null
    decided_at: string
  }
  /** A view: the last entry of each person, edition and kind. */
  current_consents: {
    person_id: string
    edition_id: string
    kind: ConsentKind
    state: ConsentState
    wording: string
    given_via: ConsentVia
    reason: string | null
    decided_at: string
  }
  /** A view: whether those whom a material concerns have agreed. */
  material_consents: { material_id: string; is_refused: boolean; is_given: boolean }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends ConsentTables {}
}
