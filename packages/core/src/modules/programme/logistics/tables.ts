import type { Generated } from 'kysely'
import type { CheckResult, Fallback } from './readiness/types.ts'
import type { SpeakerNeed, Travel } from './types.ts'

export interface LogisticsTables {
  speaker_logistics: {
    id: string
    revision: Generated<number>
    edition_id: string
    person_id: string
    is_always_there: Generated<boolean>
    arrives_on: string | null
    arrives_at: string | null
    travel: Travel | null
    pick_up: string | null
    stay: string | null
    needs: Generated<readonly SpeakerNeed[]>
    needs_note: string | null
    check_wish: string | null
    check_on: string | null
    check_at: string | null
    check_by: string | null
    call_link: string | null
    check_result: Generated<CheckResult>
    check_note: string | null
    fallback: Fallback | null
    fallback_phone: string | null
    stand_in_id: string | null
    answered_at: string | null
  }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends LogisticsTables {}
}
