import type { Generated } from 'kysely'

export interface PrivacyTables {
  erasure_keys: { id: Generated<boolean>; key: Generated<string> }
  erasures: { hash: string; erased_at: string }
  erasure_requests: { id: string; account_id: string; token_hash: string; requested_at: string; expires_at: string }
  erasure_mentions: {
    id: string
    table_name: string
    row_id: string
    found_at: Generated<string>
    settled_at: string | null
  }
  account_visits: { account_id: string; last_seen_on: string }
  retention_periods: { kind: string; days: number; changed_at: string }
  retention_notices: { kind: string; row_id: string; due_on: string; announced_at: string }
}

declare module '../../platform/database/tables.ts' {
  interface Tables extends PrivacyTables {}
}
