import type { Generated } from 'kysely'

export interface BarrierReportTables {
  barrier_reports: {
    id: string
    page: string
    description: string
    reply_to: string | null
    created_at: Generated<string>
    answered_at: string | null
  }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends BarrierReportTables {}
}
