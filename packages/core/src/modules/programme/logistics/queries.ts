import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import type { TimeWindow } from '../circumstances/types.ts'
import { noLogistics, presenceOf } from './rules.ts'
import type { Arrival, LineCheck, Logistics } from './types.ts'

type Row = Omit<Logistics, 'presence' | 'windows' | 'arrival' | 'check'> &
  Arrival &
  Omit<LineCheck, 'on' | 'at'> & {
    checkOn: string | null
    checkAt: string | null
    isAlwaysThere: boolean
    windows: readonly TimeWindow[] | null
  }

function toLogistics(row: Row): Logistics {
  const { on, at, travel, pickUp, stay, checkOn, checkAt, by, link, result, note, isAlwaysThere, windows, ...rest } =
    row
  const { fallback, fallbackPhone, standInId, ...own } = rest
  return {
    ...own,
    presence: presenceOf(isAlwaysThere, windows),
    windows: windows ?? [],
    arrival: { on, at, travel, pickUp, stay },
    check: { on: checkOn, at: checkAt, by, link, result, note, fallback, fallbackPhone, standInId },
  }
}

/** What is known about the coming of a person to an edition; `noLogistics` where that is nothing. One query. */
export async function findLogistics(db: Db, editionId: string, personId: string): Promise<Logistics> {
  const { rows } = await sql<Row>`
    select coalesce(revision, 0) as revision, coalesce(is_always_there, false) as "isAlwaysThere", arrives_on as on,
      to_char(arrives_at, 'HH24:MI') as at, travel, pick_up as "pickUp", stay, coalesce(needs, '[]') as needs,
      needs_note as "needsNote", check_wish as "checkWish", check_on as "checkOn",
      to_char(check_at, 'HH24:MI') as "checkAt", check_by as by, call_link as link,
      coalesce(check_result, 'open') as result, check_note as note, fallback, fallback_phone as "fallbackPhone",
      stand_in_id as "standInId", answered_at as "answeredAt",
      (select windows from availabilities where edition_id = ${editionId} and person_id = ${personId}) as windows
    from (select) as always left join speaker_logistics on edition_id = ${editionId} and person_id = ${personId}`.execute(
    db,
  )
  return rows[0] ? toLogistics(rows[0]) : noLogistics
}

/** Whether anybody still needs to say how they come to an edition: it is neither over on `today` (`YYYY-MM-DD`) nor cancelled. One query. */
export async function isToCome(db: Db, editionId: string, today: string): Promise<boolean> {
  const { rows } = await sql`select from editions where id = ${editionId} and state <> 'cancelled'
    and coalesce(ends_on, starts_on, ${today}::date) >= ${today}::date`.execute(db)
  return rows.length > 0
}

/** How somebody takes part in the draft of an edition; null where they do not. One query. */
export async function findPart(
  db: Db,
  editionId: string,
  personId: string,
): Promise<{ readonly name: string; readonly isRemote: boolean; readonly isOnSite: boolean } | null> {
  const { rows } = await sql<{ name: string; isRemote: boolean; isOnSite: boolean }>`
    select persons.name, bool_or(mode = 'remote') as "isRemote", bool_or(mode = 'on-site') as "isOnSite"
    from appearances join sessions on sessions.id = session_id join persons on persons.id = person_id
    where edition_id = ${editionId} and person_id = ${personId} and sessions.state <> 'removed'
      and appearances.state = 'planned'
    group by persons.id`.execute(db)
  return rows[0] ?? null
}
