import { sql } from 'kysely'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context, Permission, Permissions } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { listSpeakersWithoutConsent } from '../../programme/consents/queries.ts'
import { listDraftSessions } from '../../programme/draft/list/queries.ts'
import { findPendingRelease } from '../../programme/release/pending/queries.ts'
import type { SessionType } from '../../programme/types.ts'
import { readWarnings } from '../../programme/warnings/queries.ts'
import { listCrowded } from './attendance/queries.ts'
import { planMilestones } from './milestones/rules.ts'
import { findTasks } from './rules.ts'
import type { Dashboard, DashboardFacts, Share, Target } from './types.ts'

const ownSpeakers = sql`select distinct person_id from appearances join sessions on sessions.id = session_id
  where sessions.edition_id = editions.id and sessions.state = 'planned' and appearances.state = 'planned'
    and person_id is not null`

const count = (what: ReturnType<typeof sql>) => sql<number>`(select count(*) from ${what})`
const exists = (what: ReturnType<typeof sql>) => sql<boolean>`exists (select from ${what})`

/** Everything that is counted of an edition in one pass. One query. */
function countEdition(db: Db, { editionId }: EditionScope) {
  return db
    .selectFrom('editions')
    .select([
      'starts_on as startsOn',
      'ends_on as endsOn',
      'date_precision as precision',
      'date_certainty as certainty',
      'state',
      'visibility',
      sql<boolean>`venue_id is not null`.as('hasVenue'),
      count(sql`sessions where edition_id = editions.id and state = 'planned'`).as('sessions'),
      count(sql`rooms where edition_id = editions.id`).as('rooms'),
      count(sql`rooms where edition_id = editions.id and capacity is null`).as('roomsWithoutCapacity'),
      count(sql`(${ownSpeakers}) as speaker`).as('speakers'),
      count(sql`(${ownSpeakers}) as speaker
        where not exists (select from person_contacts known where known.person_id = speaker.person_id and email <> '')
          and not exists (select from accounts join account_addresses on account_id = accounts.id
            where accounts.person_id = speaker.person_id)`).as('speakersWithoutAddress'),
      sql<number | null>`(select max(number) from releases where edition_id = editions.id)`.as('release'),
      count(sql`news where edition_id = editions.id and visibility = 'draft'`).as('newsDrafts'),
      count(sql`mails where edition_id = editions.id and state = 'review'`).as('mailsWaiting'),
      count(sql`mails where edition_id = editions.id and state in ('failed', 'bounced', 'unknown')`).as('mailsFailed'),
      exists(sql`recaps where edition_id = editions.id and session_id is null and visibility = 'public'`).as(
        'hasRecap',
      ),
      exists(sql`attendance_figures where edition_id = editions.id and session_key is null`).as('hasAttendance'),
      count(sql`materials where edition_id = editions.id and state = 'announced'`).as('materialsAnnounced'),
    ])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow()
}

function listTypes(db: Db, { editionId }: EditionScope): Promise<Share<SessionType>[]> {
  return db
    .selectFrom('sessions')
    .select((of) => ['type as value', of.fn.countAll<number>().as('count')])
    .where('edition_id', '=', editionId)
    .where('state', '=', 'planned')
    .groupBy('type')
    .orderBy('count', 'desc')
    .orderBy('type')
    .execute()
}

async function listLands(db: Db, { editionId }: EditionScope): Promise<Share<string>[]> {
  const { rows } = await sql<Share<string>>`
    select organisations.land as value, count(distinct coalesce(person_id, appearances.id)) as count
    from appearances join sessions on sessions.id = session_id join organisations on organisations.id = organisation_id
    where sessions.edition_id = ${editionId} and sessions.state = 'planned' and appearances.state = 'planned'
      and organisations.land is not null
    group by organisations.land order by count desc, value`.execute(db)
  return rows
}

/** Who may go where; a page that somebody may not open is no place to send them to. */
const needs: Readonly<Record<Target, Permission>> = {
  '': 'edition.view',
  stammdaten: 'edition.manage',
  angaben: 'edition.manage',
  raeume: 'place.manage',
  beitraege: 'programme.edit',
  warnungen: 'programme.edit',
  veroeffentlichen: 'programme.publish',
  einwilligungen: 'consent.view',
  anfragen: 'programme.edit',
  aktuelles: 'news.manage',
  post: 'mail.manage',
  rueckblick: 'recap.manage',
  unterlagen: 'material.manage',
}

const nothing = { speaker: 0, moderator: 0, abstract: 0, track: 0, room: 0, time: 0 }

async function readFacts(ctx: Context, scope: EditionScope): Promise<DashboardFacts> {
  const seesProgramme = ctx.may('programme.view', scope)
  const [counted, list, pending, crowded, silent, warnings] = await Promise.all([
    countEdition(ctx.db, scope),
    seesProgramme ? listDraftSessions(ctx, scope, { size: 0 }) : null,
    seesProgramme ? findPendingRelease(ctx, scope) : null,
    seesProgramme ? listCrowded(ctx.db, scope) : [],
    ctx.may('consent.view', scope) ? listSpeakersWithoutConsent(ctx, scope) : [],
    seesProgramme ? readWarnings(ctx.db, scope) : null,
  ])
  const { startsOn, endsOn, precision, certainty, ...facts } = counted
  return {
    ...facts,
    date: startsOn ? { startsOn, endsOn, precision, certainty } : null,
    lacking: list?.lacking ?? nothing,
    crowded,
    speakersWithoutConsent: silent.length,
    programmeErrors: warnings?.open.filter(({ warning }) => warning.severity === 'error').length ?? 0,
    unpublished: pending?.isEmpty === false ? countPending(pending.counts) : 0,
  }
}

/** At least one where anything differs, also what no list of sessions names. */
function countPending(counts: Readonly<Record<string, number>>): number {
  return Math.max(
    1,
    Object.values(counts).reduce((sum, one) => sum + one, 0),
  )
}

/**
 * What is next, late and missing at this edition on the day `today` (`YYYY-MM-DD`), as far as who asks may mend it, and the
 * balance of its programme. The number of queries does not grow with the edition.
 */
export async function findDashboard(ctx: Context, scope: EditionScope, today: string): Promise<Dashboard> {
  ctx.authorize('edition.view', scope)
  const seesProgramme = ctx.may('programme.view', scope)
  const [facts, types, lands] = await Promise.all([
    readFacts(ctx, scope),
    seesProgramme ? listTypes(ctx.db, scope) : [],
    seesProgramme ? listLands(ctx.db, scope) : [],
  ])
  const mayMend = ({ target }: { readonly target: Target }) =>
    ctx.may(needs[target], scope as Permissions[Permission] & EditionScope)
  return {
    milestones: planMilestones(facts, today).filter(mayMend),
    tasks: findTasks(facts).filter(mayMend),
    sessions: facts.sessions,
    types,
    lands,
    crowded: facts.crowded,
  }
}
