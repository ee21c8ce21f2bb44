import type { StoredOverview } from '../overview/types.ts'
import type { SessionCard } from '../sessions/types.ts'
import type { Programme, ProgrammeRoom, ProgrammeSession, ProgrammeTrack } from '../types.ts'
import { wallTimeAfter } from '../wall-time/rules.ts'

/** The lists and grids' view of a session of `programme`. */
export function toCard(
  session: ProgrammeSession,
  timeZone: string,
  track: ProgrammeTrack | null,
  room: ProgrammeRoom | null,
): SessionCard {
  const {
    abstract: _a,
    description: _d,
    method: _m,
    links: _l,
    reference: _r,
    trackId: _t,
    roomId: _o,
    ...rest
  } = session
  const { startsAt, durationMinutes } = session
  const endsAt = startsAt && durationMinutes ? wallTimeAfter(startsAt, durationMinutes, timeZone) : null
  return { ...rest, track, room, endsAt }
}

/** `programme` without the way from a name to the person it belongs to, for those who do not want to be in the directory. */
export function withoutListing(programme: Programme, unlisted: ReadonlySet<string>): Programme {
  const sessions = programme.sessions.map((session) => ({
    ...session,
    appearances: session.appearances.map((held) =>
      held.personId && unlisted.has(held.personId) ? { ...held, personId: null, personSlug: null } : held,
    ),
  }))
  return { ...programme, sessions }
}

/** The cards of all sessions of `programme`, in its order. */
export function toCards(programme: Programme): SessionCard[] {
  const tracks = new Map(programme.tracks.map((track) => [track.id, track]))
  const rooms = new Map(programme.rooms.map((room) => [room.id, room]))
  return programme.sessions.map((session) =>
    toCard(
      session,
      programme.timeZone,
      (session.trackId && tracks.get(session.trackId)) || null,
      (session.roomId && rooms.get(session.roomId)) || null,
    ),
  )
}

/** `values` with how often each occurs, the most frequent first, equal ones in alphabetical order. */
function countEach<T extends string>(values: readonly T[]): { value: T; count: number }[] {
  const groups = Map.groupBy(values, (value) => value)
  const counted = [...groups].map(([value, all]) => ({ value, count: all.length }))
  return counted.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function countDays(cards: readonly SessionCard[]): StoredOverview['days'] {
  const days = Map.groupBy(
    cards.filter((card) => card.day !== null),
    (card) => card.day ?? '',
  )
  return [...days]
    .map(([day, all]) => ({ day, count: all.length, timedCount: all.filter((card) => card.startsAt !== null).length }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

function withCounts<T extends ProgrammeTrack | ProgrammeRoom>(entries: readonly T[], used: readonly (T | null)[]) {
  const counts = new Map(countEach(used.flatMap((one) => (one ? [one.id] : []))).map((one) => [one.value, one.count]))
  return entries
    .map((entry) => ({ ...entry, count: counts.get(entry.id) ?? 0 }))
    .toSorted((a, b) => a.position - b.position || (a.slug < b.slug ? -1 : 1))
}

/** What the published `programme` consists of. */
export function summarise(
  editionId: string,
  programme: Programme,
  cards: readonly SessionCard[],
  release: StoredOverview['release'],
): StoredOverview {
  const people = cards.flatMap((card) => card.appearances.flatMap((one) => (one.personId ? [one.personId] : [])))
  return {
    editionId,
    timeZone: programme.timeZone,
    release,
    sessionCount: cards.length,
    personCount: new Set(people).size,
    days: countDays(cards),
    withoutDay: cards.filter((card) => card.day === null).length,
    withoutTime: cards.filter((card) => card.startsAt === null).length,
    tracks: withCounts(
      programme.tracks,
      cards.map((card) => card.track),
    ),
    rooms: withCounts(
      programme.rooms,
      cards.map((card) => card.room),
    ),
    topics: countEach(cards.flatMap((card) => [...card.topicIds])).map(({ value, count }) => ({ id: value, count })),
    types: countEach(cards.map((card) => card.type)).map(({ value, count }) => ({ type: value, count })),
    languages: countEach(cards.map((card) => card.language)).map(({ value, count }) => ({ language: value, count })),
  }
}
