import { type IdKind, newId as newIdAt } from '../src/kernel/ids.ts'
import type { ProgrammeAppearance, ProgrammeSession, SessionState } from '../src/modules/programme/types.ts'
import { insertRows } from '../src/platform/database/rows.ts'
import type { Db } from '../src/platform/database/tables.ts'

let last = 0

/** Ids in the order in which they were asked for, which within one millisecond is otherwise left to chance. */
function newId(kind: IdKind): string {
  last = Math.max(last + 1, Date.now())
  return newIdAt(kind, last)
}

export type TestEdition = { readonly id: string; readonly seriesId: string; readonly slug: string }

/** A public edition of a series of its own. `startsOn` is a day, `YYYY-MM-DD`. */
export async function addEdition(db: Db, slug: string, startsOn = '2031-11-05'): Promise<TestEdition> {
  const seriesId = newId('series')
  await db
    .insertInto('series')
    .values({ id: seriesId, slug: `reihe-${slug}`, name: `Reihe ${slug}` })
    .execute()
  return addEditionOf(db, seriesId, slug, startsOn)
}

/** A further public edition of a series. */
export async function addEditionOf(db: Db, seriesId: string, slug: string, startsOn: string): Promise<TestEdition> {
  const id = newId('edition')
  const edition = { id, series_id: seriesId, slug, name: `Tagung ${slug}`, starts_on: startsOn, ends_on: startsOn }
  await db
    .insertInto('editions')
    .values({ ...edition, state: 'planned', visibility: 'public' })
    .execute()
  return { id, seriesId, slug }
}

/** A person with a page of their own. */
export async function addPerson(db: Db, slug: string, name: string, sortKey = name.toLowerCase()): Promise<string> {
  const id = newId('person')
  await db.insertInto('persons').values({ id, slug, name, sort_key: sortKey }).execute()
  return id
}

/** A track and a room of an edition, each with its slug as its name. */
export async function addTrackAndRoom(
  db: Db,
  edition: TestEdition,
  slug: string,
  position = 0,
): Promise<{ trackId: string; roomId: string }> {
  const [trackId, roomId] = [newId('track'), newId('room')]
  const common = { edition_id: edition.id, slug, name: slug, position }
  await db
    .insertInto('tracks')
    .values({ ...common, id: trackId })
    .execute()
  await db
    .insertInto('rooms')
    .values({ ...common, id: roomId })
    .execute()
  return { trackId, roomId }
}

type DraftSession = Partial<Omit<ProgrammeSession, 'appearances' | 'topicIds' | 'state'>> & {
  readonly state?: SessionState
  readonly title: string
  readonly personIds?: readonly string[]
}

/** Sessions in the draft of an edition. Returns their ids in the given order. */
export async function addSessions(db: Db, edition: TestEdition, sessions: readonly DraftSession[]): Promise<string[]> {
  const rows = sessions.map((session, position) => ({
    id: newId('session'),
    edition_id: edition.id,
    slug: session.slug ?? session.title.toLowerCase().replaceAll(' ', '-'),
    type: session.type ?? 'talk',
    title: session.title,
    abstract: session.abstract ?? '',
    language: session.language ?? 'de',
    track_id: session.trackId ?? null,
    room_id: session.roomId ?? null,
    day: session.day ?? null,
    starts_at: session.startsAt ?? null,
    duration_minutes: session.durationMinutes ?? null,
    position: session.position ?? position,
    state: session.state ?? 'planned',
  }))
  const appearances = sessions.flatMap((session, index) =>
    (session.personIds ?? []).map((person_id, position) => ({
      id: newId('appearance'),
      session_id: rows[index]!.id,
      person_id,
      role: 'speaker' as const,
      function: 'Leitung',
      organisation_name: 'Stadt Musterhausen',
      position,
    })),
  )
  await db.transaction().execute(async (tx) => {
    await insertRows(tx, 'sessions', rows)
    await insertRows(tx, 'appearances', appearances)
  })
  return rows.map((row) => row.id)
}

/** An appearance as a value, for tests of rules. */
export function someAppearance(given: Partial<ProgrammeAppearance> & { readonly id: string }): ProgrammeAppearance {
  return {
    personId: `per_${given.id}`,
    personSlug: given.id,
    name: given.id,
    role: 'speaker',
    mode: 'on-site',
    state: 'planned',
    replacesId: null,
    function: null,
    organisationId: null,
    organisationSlug: null,
    organisationName: null,
    note: null,
    ...given,
  }
}

/** A session as a value, for tests of rules. */
export function someSession(given: Partial<ProgrammeSession> & { readonly id: string }): ProgrammeSession {
  return {
    slug: given.id,
    reference: null,
    type: 'talk',
    state: 'planned',
    title: given.id,
    titleIsGiven: true,
    subtitle: null,
    abstract: '',
    description: '',
    method: null,
    language: 'de',
    trackId: null,
    roomId: null,
    isPlenary: false,
    day: null,
    startsAt: null,
    durationMinutes: null,
    position: 0,
    links: [],
    topicIds: [],
    appearances: [],
    ...given,
  }
}
