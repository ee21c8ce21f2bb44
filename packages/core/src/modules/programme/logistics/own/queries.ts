import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { findLogistics } from '../queries.ts'
import type { Logistics } from '../types.ts'
import type { OwnEdition } from './types.ts'

/** Who acts, as the person who appears; null for an account that belongs to nobody in a programme. */
export function ownPersonId(ctx: Context): string | null {
  ctx.authorize('appearance.own', null)
  return ctx.actor.kind === 'account' ? ctx.actor.personId : null
}

/** The editions in whose draft somebody appears and that are not over on `today` (`YYYY-MM-DD`), the next one first. One query. */
async function listEditionsOf(db: Db, personId: string, today: string): Promise<OwnEdition[]> {
  const { rows } = await sql<OwnEdition>`
    select editions.id, editions.slug, editions.name, series.slug as "seriesSlug", series.name as "seriesName",
      editions.starts_on as "startsOn", editions.ends_on as "endsOn", editions.time_zone as "timeZone",
      bool_or(appearances.mode = 'remote') as "isRemote", bool_or(appearances.mode = 'on-site') as "isOnSite",
      (select answered_at from speaker_logistics where edition_id = editions.id and person_id = ${personId}) as "answeredAt"
    from appearances join sessions on sessions.id = appearances.session_id
    join editions on editions.id = sessions.edition_id join series on series.id = editions.series_id
    where appearances.person_id = ${personId} and appearances.state = 'planned' and sessions.state <> 'removed'
      and coalesce(editions.ends_on, editions.starts_on, ${today}::date) >= ${today}::date
      and editions.state <> 'cancelled'
    group by editions.id, series.id
    order by editions.starts_on nulls last, editions.id`.execute(db)
  return rows
}

const dayOf = (ctx: Context) => ctx.now().toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()

/** The editions that who acts appears in and that are not over, with whether they have said how they come. One query. */
export async function listOwnEditions(ctx: Context): Promise<OwnEdition[]> {
  const personId = ownPersonId(ctx)
  return personId ? listEditionsOf(ctx.db, personId, dayOf(ctx)) : []
}

/** What is known of the coming of who acts to an edition; null where they do not appear, or it is over. Two queries. */
export async function findOwnLogistics(
  ctx: Context,
  editionId: string,
): Promise<{ readonly edition: OwnEdition; readonly logistics: Logistics } | null> {
  const personId = ownPersonId(ctx)
  const edition = (await listOwnEditions(ctx)).find((one) => one.id === editionId)
  if (!personId || !edition) return null
  return { edition, logistics: await findLogistics(ctx.db, edition.id, personId) }
}

/** The id of an edition that who acts appears in and that is not over. Throws `edition.not_found` for any other. */
export async function requireOwnEdition(ctx: Context, editionId: string): Promise<string> {
  if (!(await listOwnEditions(ctx)).some((one) => one.id === editionId))
    throw new DomainError('edition.not_found', { edition: editionId })
  return editionId
}
