import type { Generated } from 'kysely'
import type { AppearanceMode } from '../types.ts'
import type { ReserveState } from './types.ts'

export interface ReserveTables {
  reserves: {
    id: string
    revision: Generated<number>
    edition_id: string
    person_id: string
    function: string | null
    organisation_name: string | null
    mode: Generated<AppearanceMode>
    title: string | null
    abstract: Generated<string>
    note: string | null
    state: Generated<ReserveState>
  }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends ReserveTables {}
}
