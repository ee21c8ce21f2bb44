import { sql } from 'kysely'
import { insertRows, upsertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { listUnlisted } from '../consents/queries.ts'
import type { LockedEdition } from '../draft/types.ts'
import type { StoredOverview } from '../overview/types.ts'
import { findLatestRelease } from '../release/queries.ts'
import type { SessionCard } from '../sessions/types.ts'
import type { Programme } from '../types.ts'
import { summarise, toCards, withoutListing } from './rules.ts'

async function readSequences(tx: Transaction, editionId: string): Promise<Map<string, number>> {
  const rows = await tx.selectFrom('sessions').select(['id', 'sequence']).where('edition_id', '=', editionId).execute()
  return new Map(rows.map((row) => [row.id, row.sequence]))
}

/** The sessions that are changed by what is published now, and when that is. */
export type ChangedSessions = { readonly ids: ReadonlySet<string>; readonly at: string }

async function readChangedAt(tx: Transaction, editionId: string): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom('published_sessions')
    .select(['session_id', 'changed_at'])
    .where('edition_id', '=', editionId)
    .execute()
  return new Map(rows.map((row) => [row.session_id, row.changed_at]))
}

type Shown = { readonly programme: Programme; readonly cards: readonly SessionCard[]; readonly releaseId: string }

async function writeSessions(
  tx: Transaction,
  edition: LockedEdition,
  { programme, cards, releaseId }: Shown,
  changedAt: (sessionId: string) => string | null,
): Promise<void> {
  const sequences = await readSequences(tx, edition.id)
  const rows = programme.sessions.map((session, index) => ({
    session_id: session.id,
    edition_id: edition.id,
    series_id: edition.seriesId,
    release_id: releaseId,
    slug: session.slug,
    type: session.type,
    state: session.state,
    title: session.title,
    language: session.language,
    track_id: session.trackId,
    room_id: session.roomId,
    is_plenary: session.isPlenary,
    day: session.day,
    starts_at: session.startsAt,
    ends_at: cards[index]!.endsAt,
    position: session.position,
    sequence: sequences.get(session.id) ?? 0,
    changed_at: changedAt(session.id),
    card: cards[index]!,
    data: session,
  }))
  await insertRows(tx, 'published_sessions', rows)
}

async function writeRelations(tx: Transaction, editionId: string, programme: Programme): Promise<void> {
  const appearances = programme.sessions.flatMap((session) =>
    session.appearances.map((held, position) => ({
      session_id: session.id,
      position,
      edition_id: editionId,
      person_id: held.personId,
      organisation_id: held.organisationId,
      organisation_name: held.organisationName,
      role: held.role,
      mode: held.mode,
      state: held.state,
      function: held.function,
    })),
  )
  const topics = programme.sessions.flatMap((session) =>
    session.topicIds.map((topic_id) => ({ session_id: session.id, topic_id })),
  )
  await insertRows(tx, 'published_appearances', appearances)
  await insertRows(tx, 'published_session_topics', topics)
}

/**
 * Makes `programme` what the public sees of the edition, in place of what it saw before. Who does not want to be in the
 * directory keeps their name at their sessions, where it belongs to the record, and nothing leads from there to them.
 * `changed`: what is another one than before for the public; the rest keeps when it last was. Nine statements whatever its
 * size.
 */
export async function rewriteProjection(
  tx: Transaction,
  edition: LockedEdition,
  release: StoredOverview['release'],
  programme: Programme,
  changed: ChangedSessions = { ids: new Set(), at: '' },
): Promise<void> {
  const former = await readChangedAt(tx, edition.id)
  const changedAt = (id: string) => (changed.ids.has(id) ? changed.at : (former.get(id) ?? null))
  const shown = withoutListing(programme, await listUnlisted(tx, edition.id))
  const overview = summarise(edition.id, programme, toCards(programme), release)
  await sql`delete from published_sessions where edition_id = ${edition.id}`.execute(tx)
  await upsertRows(
    tx,
    'published_programmes',
    ['edition_id'],
    [{ edition_id: edition.id, series_id: edition.seriesId, release_id: release.id, overview }],
  )
  await writeSessions(tx, edition, { programme: shown, cards: toCards(shown), releaseId: release.id }, changedAt)
  await writeRelations(tx, edition.id, shown)
}

/** Shows the latest release of a locked edition anew, after something else changed what may be shown of it. */
export async function renewProjection(tx: Transaction, edition: LockedEdition): Promise<void> {
  const latest = await findLatestRelease(tx, edition.id)
  if (!latest) return
  const { id, number, name, publishedAt, programme } = latest
  await rewriteProjection(tx, edition, { id, number, name, publishedAt }, programme)
}
