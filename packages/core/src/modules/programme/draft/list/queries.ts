import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { containsWords, findLacks } from './rules.ts'
import { type DraftEntry, type DraftFilter, type DraftList, type Lack, lacks } from './types.ts'

/** Who counts as present in a session: not who was replaced or has cancelled. */
const present = sql`appearances.session_id = sessions.id and appearances.state = 'planned'`

function selectEntries(db: Db, editionId: string) {
  return db
    .selectFrom('sessions')
    .leftJoin('tracks', 'tracks.id', 'sessions.track_id')
    .leftJoin('rooms', 'rooms.id', 'sessions.room_id')
    .select([
      'sessions.id',
      'sessions.slug',
      'sessions.type',
      'sessions.state',
      'sessions.title',
      'sessions.title_is_given as titleIsGiven',
      'sessions.is_plenary as isPlenary',
      'tracks.slug as trackSlug',
      'tracks.name as trackName',
      'rooms.name as roomName',
      'sessions.day',
      'sessions.starts_at as startsAt',
      'sessions.duration_minutes as durationMinutes',
      sql<boolean>`sessions.abstract <> ''`.as('hasAbstract'),
      sql<boolean>`exists (select from tracks own where own.edition_id = sessions.edition_id)`.as('hasTracks'),
      sql<string[]>`array(
        select coalesce(nullif(concat_ws(' ', academic_title, persons.name), ''), organisations.name, organisation_name)
        from appearances left join persons on persons.id = person_id
          left join organisations on organisations.id = organisation_id
        where ${present} order by position)`.as('people'),
      sql<number>`(select count(*) from appearances where ${present} and role in ('speaker', 'panelist', 'host'))`.as(
        'speakers',
      ),
      sql<number>`(select count(*) from appearances where ${present} and role = 'moderator')`.as('moderators'),
    ])
    .where('sessions.edition_id', '=', editionId)
    .orderBy('sessions.day', (order) => order.asc().nullsLast())
    .orderBy('sessions.starts_at', (order) => order.asc().nullsLast())
    .orderBy('tracks.position', (order) => order.asc().nullsFirst())
    .orderBy('sessions.position')
    .orderBy('sessions.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

function toEntry(row: Row): DraftEntry & { readonly trackSlug: string | null } {
  const { hasAbstract: _a, hasTracks: _t, speakers: _s, moderators: _m, isPlenary: _p, ...entry } = row
  const isComplete = row.state !== 'planned'
  return { ...entry, lacks: isComplete ? [] : findLacks(row) }
}

function matches(entry: DraftEntry & { readonly trackSlug: string | null }, filter: DraftFilter): boolean {
  return (
    (entry.state === 'removed') === (filter.removed ?? false) &&
    (!filter.type || entry.type === filter.type) &&
    (!filter.track || entry.trackSlug === filter.track) &&
    (!filter.lacks || entry.lacks.includes(filter.lacks)) &&
    (!filter.text || containsWords([entry.title, ...entry.people], filter.text))
  )
}

/** The sessions of the draft in the order of the day, `size` of those that match from `offset` on. One query. */
export async function listDraftSessions(
  ctx: Context,
  scope: EditionScope,
  filter: DraftFilter & { readonly offset?: number; readonly size?: number } = {},
): Promise<DraftList> {
  ctx.authorize('programme.view', scope)
  const entries = (await selectEntries(ctx.db, scope.editionId).execute()).map(toEntry)
  const found = entries.filter((entry) => matches(entry, filter))
  const { offset = 0, size = 100 } = filter
  const count = (lack: Lack) => entries.filter((entry) => entry.lacks.includes(lack)).length
  return {
    sessions: found.slice(offset, offset + size).map(({ trackSlug: _, ...entry }) => entry),
    total: found.length,
    lacking: Object.fromEntries(lacks.map((lack) => [lack, count(lack)])) as Record<Lack, number>,
  }
}

/** What the sessions of the draft are called, in their order, for a form to choose from. One query. */
export function listSessionNames(
  db: Db,
  { editionId }: EditionScope,
): Promise<{ readonly id: string; readonly title: string }[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'title'])
    .where('edition_id', '=', editionId)
    .where('state', '<>', 'removed')
    .orderBy('position')
    .orderBy('id')
    .execute()
}
