export interface AcceptanceTables {
  accepted_warnings: {
    edition_id: string
    key: string
    fingerprint: string
    reason: string
    account_id: string | null
    accepted_at: string
  }
}

declare module '../../../../platform/database/tables.ts' {
  interface Tables extends AcceptanceTables {}
}
