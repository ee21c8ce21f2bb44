import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { titledName } from '../../../people/persons/names/rules.ts'
import { ownPersonId } from '../own/queries.ts'
import type { CheckAppointment } from './types.ts'

type Row = CheckAppointment & { readonly academicTitle: string | null }

async function listAppointments(ctx: Context, where: ReturnType<typeof sql>): Promise<CheckAppointment[]> {
  const { rows } = await sql<Row>`
    select person_id as "personId", persons.name, persons.academic_title as "academicTitle",
      editions.id as "editionId", editions.name as "editionName", editions.time_zone as "timeZone",
      check_on || coalesce('T' || to_char(check_at, 'HH24:MI'), '') as start, check_by as by, call_link as link,
      speaker_logistics.revision
    from speaker_logistics join persons on persons.id = person_id join editions on editions.id = edition_id
    where check_on is not null and ${where}
      and exists (select from appearances join sessions on sessions.id = session_id
        where sessions.edition_id = editions.id and appearances.person_id = persons.id and mode = 'remote'
          and appearances.state = 'planned' and sessions.state <> 'removed')
    order by check_on, check_at nulls last, persons.sort_key, persons.id`.execute(ctx.db)
  return rows.map(({ academicTitle, ...row }) => ({ ...row, name: titledName({ name: row.name, academicTitle }) }))
}

/** The line checks of an edition that have a day, in their order. One query. */
export async function listCheckAppointments(ctx: Context, { editionId, ...scope }: EditionScope) {
  ctx.authorize('logistics.manage', { editionId, ...scope })
  return listAppointments(ctx, sql`edition_id = ${editionId}`)
}

/** The line checks of who acts that have a day, in their order. One query. */
export async function listOwnAppointments(ctx: Context): Promise<CheckAppointment[]> {
  const personId = ownPersonId(ctx)
  return personId ? listAppointments(ctx, sql`person_id = ${personId}`) : []
}
