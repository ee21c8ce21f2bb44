import type { Operation } from './types.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    changes: {
      id: string
      /** Null until the transaction commits. */
      number: number | null
      at: string
      actor: string
      undoes_id: string | null
      hash: Buffer | null
    }
    change_rows: {
      id: number
      change_id: string
      table_name: string
      operation: Operation
      object_table: string
      object_id: string
      edition_id: string | null
      series_id: string | null
      key: Readonly<Record<string, unknown>> | null
      before: Readonly<Record<string, unknown>> | null
      after: Readonly<Record<string, unknown>> | null
      salt: Buffer | null
      digest: Buffer
      erased_by: string | null
    }
  }
}
