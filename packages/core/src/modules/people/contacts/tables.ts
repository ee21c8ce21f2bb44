import type { Generated } from 'kysely'

export interface PersonContactTables {
  /** Private: never shown to the public. */
  person_contacts: {
    person_id: string
    email: string | null
    phone: string | null
    note: Generated<string>
    revision: Generated<number>
    updated_at: Generated<string>
  }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends PersonContactTables {}
}
