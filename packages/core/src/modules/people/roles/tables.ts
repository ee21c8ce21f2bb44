import type { Generated } from 'kysely'
import type { RoleName } from '../../../kernel/actor.ts'
import type { GrantOrigin } from './types.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    role_grants: {
      id: string
      account_id: string
      role: RoleName
      series_id: string | null
      edition_id: string | null
      track_id: string | null
      origin: Generated<GrantOrigin>
      granted_by: string | null
      granted_at: string
    }
  }
}
