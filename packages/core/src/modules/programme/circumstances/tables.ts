import type { Generated } from 'kysely'
import type { Equipment, TimeWindow } from './types.ts'

export interface CircumstancesTables {
  paces: {
    id: string
    revision: Generated<number>
    edition_id: string
    day_begins: string | null
    day_ends: string | null
    change_minutes: number
    break_minutes: number
    stretch_minutes: number
  }
  availabilities: {
    id: string
    revision: Generated<number>
    edition_id: string
    person_id: string
    windows: readonly TimeWindow[]
  }
  room_equipment: {
    id: string
    revision: Generated<number>
    edition_id: string
    room_id: string
    equipment: readonly Equipment[]
  }
  session_needs: {
    id: string
    revision: Generated<number>
    edition_id: string
    session_id: string
    expected_count: number | null
    equipment: readonly Equipment[]
  }
  order_wishes: {
    id: string
    edition_id: string
    first_session_id: string
    then_session_id: string
    reason: string | null
  }
  slots: {
    id: string
    edition_id: string
    room_id: string | null
    day: string
    starts_at: string
    duration_minutes: number
  }
}

declare module '../../../platform/database/tables.ts' {
  interface Tables extends CircumstancesTables {}
}
