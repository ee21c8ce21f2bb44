import type { Generated } from 'kysely'
import type { Places } from './types.ts'

export interface VariantTables {
  variants: {
    id: string
    revision: Generated<number>
    edition_id: string
    name: string
    note: string | null
    base: Places
    placements: Places
    created_at: string
  }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends VariantTables {}
}
