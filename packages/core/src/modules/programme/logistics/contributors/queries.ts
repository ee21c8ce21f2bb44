import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { titledName } from '../../../people/persons/names/rules.ts'
import type { TimeWindow } from '../../circumstances/types.ts'
import { askedOfSpeakers } from '../../consents/rules.ts'
import { lacksOf, readinessOf } from '../readiness/rules.ts'
import type { CheckResult, Fallback } from '../readiness/types.ts'
import { presenceOf } from '../rules.ts'
import { lacksOfContributor } from './rules.ts'
import type { Contributor } from './types.ts'

type Row = Omit<Contributor, 'presence' | 'openConsents' | 'readiness' | 'readinessLacks' | 'lacks'> & {
  academicTitle: string | null
  isAlwaysThere: boolean
  windows: readonly TimeWindow[] | null
  checkOn: string | null
  checkResult: CheckResult
  fallback: Fallback | null
}

async function listRows(db: Db, editionId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with held as (
      select person_id, bool_or(mode = 'remote') as "isRemote", bool_or(mode = 'on-site') as "isOnSite",
        jsonb_agg(jsonb_build_object('id', sessions.id, 'title', title, 'role', role, 'mode', mode)
          order by starts_at nulls last, sessions.position, sessions.id, appearances.position) as sessions
      from appearances join sessions on sessions.id = session_id
      where edition_id = ${editionId} and sessions.state <> 'removed' and appearances.state = 'planned'
        and person_id is not null
      group by person_id)
    select held.person_id as "personId", persons.name, persons.academic_title as "academicTitle",
      held.sessions, held."isRemote", held."isOnSite",
      coalesce(said.is_always_there, false) as "isAlwaysThere", availabilities.windows,
      said.arrives_on as "arrivesOn", to_char(said.arrives_at, 'HH24:MI') as "arrivesAt", said.travel,
      coalesce(said.needs, '[]') as needs, said.needs_note as "needsNote",
      said.check_on as "checkOn", coalesce(said.check_result, 'open') as "checkResult", said.fallback,
      said.answered_at as "answeredAt", person_contacts.phone is not null as "hasPhone",
      (person_contacts.email is not null or exists (select from accounts
        where accounts.person_id = held.person_id and accounts.disabled_at is null)) as "hasMail"
    from held join persons on persons.id = held.person_id
    left join speaker_logistics said on said.person_id = held.person_id and said.edition_id = ${editionId}
    left join availabilities on availabilities.person_id = held.person_id and availabilities.edition_id = ${editionId}
    left join person_contacts on person_contacts.person_id = held.person_id
    order by persons.sort_key, persons.id`.execute(db)
  return rows
}

/** Person → how many of the consents that speakers are asked for they have answered. */
async function countAnswered(db: Db, editionId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ personId: string; count: number }>`
    select person_id as "personId", count(*)::integer as count from current_consents
    where edition_id = ${editionId} and kind = any(${askedOfSpeakers}) group by person_id`.execute(db)
  return new Map(rows.map((row) => [row.personId, row.count]))
}

function toContributor(row: Row, answered: number, today: string): Contributor {
  const { academicTitle, isAlwaysThere, windows, checkOn, checkResult, fallback, ...rest } = row
  const check = { on: checkOn, result: checkResult, fallback }
  const known = {
    ...rest,
    name: titledName({ name: row.name, academicTitle }),
    presence: presenceOf(isAlwaysThere, windows),
    openConsents: askedOfSpeakers.length - answered,
    readiness: row.isRemote ? readinessOf(check, today) : null,
    readinessLacks: row.isRemote ? lacksOf(check, today) : [],
  }
  return { ...known, lacks: lacksOfContributor(known) }
}

/** Everybody who appears in the draft of an edition, by name, with what is known of their coming. Two queries whatever their number. */
export async function listContributors(ctx: Context, scope: EditionScope): Promise<Contributor[]> {
  ctx.authorize('logistics.manage', scope)
  const today = ctx.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()
  const [rows, answered] = await Promise.all([
    listRows(ctx.db, scope.editionId),
    countAnswered(ctx.db, scope.editionId),
  ])
  return rows.map((row) => toContributor(row, answered.get(row.personId) ?? 0, today))
}
