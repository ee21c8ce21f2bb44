import type { ScheduleRoom, ScheduleSession, ScheduleTrack } from '@fachtag/formats/schedule/types'
import { guidToId } from '../../../kernel/guid.ts'
import { slugify, uniqueSlug } from '../../../kernel/slug.ts'
import type { ProgrammeRoom, ProgrammeSession, ProgrammeTrack, SessionLink } from '../types.ts'
import { wallTimeIn } from '../wall-time/rules.ts'
import { mergeLineup } from './lineup/rules.ts'
import { keepPlaces, matchPlaces } from './places/rules.ts'
import type { ImportPlan, ImportQuestion } from './types.ts'
import { isPlenaryWord, sessionTypeOf, splitCancelledMark } from './words/rules.ts'

type Places = {
  readonly tracks: ReadonlyMap<string, ProgrammeTrack>
  readonly rooms: ReadonlyMap<string, ProgrammeRoom>
}

function matchTracksAndRooms({ schedule, draft, isTable, newId }: ImportQuestion): Places {
  const tracks = matchPlaces<ScheduleTrack, ProgrammeTrack>(
    schedule.tracks,
    draft.tracks,
    { fallback: 'reihe', isOrdered: !isTable },
    (track, said) => ({ ...track, name: said.name, colour: said.colour ?? track.colour }),
    (said, slug) => ({ id: newId('track'), slug, name: said.name, colour: said.colour ?? null, position: 0 }),
  )
  const rooms = matchPlaces<ScheduleRoom, ProgrammeRoom>(
    schedule.rooms,
    draft.rooms,
    { fallback: 'raum', isOrdered: !isTable },
    (room, said) => ({ ...room, name: said.name, capacity: said.capacity ?? room.capacity }),
    (said, slug) => ({ id: newId('room'), slug, name: said.name, capacity: said.capacity ?? null, position: 0 }),
  )
  return { tracks, rooms }
}

/**
 * The stored session that each of the file's sessions means: the one this source called so before; else one of ours by the
 * UUID we gave it; else one that no source has a word for, by the slug under which we export it. None is meant twice.
 */
function matchSessions({ draft, removed, origins, sourceKey, schedule }: ImportQuestion) {
  const all = [...draft.sessions, ...removed]
  const own = all.filter((session) => origins.get(session.id)?.sourceKey === sourceKey && session.reference !== null)
  const byReference = new Map(own.map((session) => [session.reference, session]))
  const byId = new Map(all.map((session) => [session.id, session]))
  const bySlug = new Map(
    all.flatMap((session) => (session.reference === null ? [[session.slug, session] as const] : [])),
  )
  const ways: ((said: ScheduleSession) => ProgrammeSession | undefined)[] = [
    (said) => byReference.get(said.reference),
    (said) => (said.guid ? byId.get(guidToId('session', said.guid) ?? '') : undefined),
    (said) => bySlug.get(said.reference),
  ]
  const matched = new Map<ScheduleSession, ProgrammeSession>()
  const taken = new Set<string>()
  for (const find of ways) {
    for (const said of schedule.sessions) {
      const session = matched.has(said) ? undefined : find(said)
      if (!session || taken.has(session.id)) continue
      matched.set(said, session)
      taken.add(session.id)
    }
  }
  return matched
}

function blankSession(id: string, slug: string, reference: string, position: number): ProgrammeSession {
  return {
    id,
    slug,
    reference,
    type: 'talk',
    state: 'planned',
    title: '',
    titleIsGiven: true,
    subtitle: null,
    abstract: '',
    description: '',
    method: null,
    language: '',
    trackId: null,
    roomId: null,
    isPlenary: false,
    day: null,
    startsAt: null,
    durationMinutes: null,
    position,
    links: [],
    topicIds: [],
    appearances: [],
  }
}

/** Links and attachments as one list, each address once. */
function mergeLinks({ links, attachments }: ScheduleSession): SessionLink[] {
  const byUrl = new Map<string, SessionLink>()
  for (const { title, url } of [...links, ...attachments]) if (!byUrl.has(url)) byUrl.set(url, { title, url })
  return [...byUrl.values()]
}

/** The session after the file has spoken. What the file cannot say (method, topics, position …) stays. */
function overlay(
  base: ProgrammeSession,
  said: ScheduleSession,
  question: ImportQuestion,
  { tracks, rooms }: Places,
): ProgrammeSession {
  const { title, isCancelled } = splitCancelledMark(said.title)
  const startsAt = said.start ? wallTimeIn(said.start, question.schedule.timeZone, question.draft.timeZone) : null
  return {
    ...base,
    type: said.type === undefined ? base.type : sessionTypeOf(said.type),
    state: said.isCancelled || isCancelled ? 'cancelled' : 'planned',
    title,
    subtitle: said.subtitle ?? null,
    abstract: said.abstract ?? '',
    description: said.description ?? '',
    language: (said.language ?? base.language) || question.defaultLanguage,
    trackId: (said.track !== undefined && tracks.get(said.track)?.id) || null,
    roomId: (said.room !== undefined && rooms.get(said.room)?.id) || null,
    isPlenary: said.isPlenary ?? (base.isPlenary || isPlenaryWord(said.type ?? '')),
    day: said.day ?? startsAt?.slice(0, 10) ?? null,
    startsAt,
    durationMinutes: said.durationMinutes || null,
    links: question.isTable ? base.links : mergeLinks(said),
    appearances: mergeLineup(base.appearances, said.people, question),
  }
}

/** The file's sessions as they will stand in the draft, in the file's order. */
function mergeSessions(
  question: ImportQuestion,
  places: Places,
): { sessions: ProgrammeSession[]; introduced: string[] } {
  const { draft, removed, schedule, newId } = question
  const stored = matchSessions(question)
  const slugs = new Set([...draft.sessions, ...removed].map((session) => session.slug))
  const introduced: string[] = []
  const introduce = (said: ScheduleSession, position: number) => {
    const isAddress = said.slug !== undefined && slugify(said.slug, 120) === said.slug
    const wanted = isAddress ? said.slug! : slugify(splitCancelledMark(said.title).title)
    const session = blankSession(newId('session'), uniqueSlug(wanted, slugs, 'beitrag'), said.reference, position)
    introduced.push(session.id)
    return session
  }
  const sessions = schedule.sessions.map((said, position) =>
    overlay(stored.get(said) ?? introduce(said, position), said, question, places),
  )
  return { sessions, introduced }
}

/**
 * Decides what the draft becomes when `schedule` is the newest word of `sourceKey`. Its sessions are met again by
 * reference and keep their address; those that the source had and no longer names go; sessions of other sources and
 * those made by hand stay as they are. Times are told in the zone of the edition. Tracks and rooms go when this source brought them and nothing uses them any more.
 */
export function planImport(question: ImportQuestion): ImportPlan {
  const { draft, origins, sourceKey } = question
  // A table names no track or room that is not in use, so nothing follows from its silence.
  const brought = question.isTable ? { trackIds: [], roomIds: [] } : question.brought
  const places = matchTracksAndRooms(question)
  const { sessions, introduced } = mergeSessions(question, places)
  const present = new Set(sessions.map((session) => session.id))
  const others = draft.sessions.filter(
    (session) => !present.has(session.id) && origins.get(session.id)?.sourceKey !== sourceKey,
  )
  const all = [...sessions, ...others]
  const used = {
    tracks: new Set(all.map((session) => session.trackId)),
    rooms: new Set(all.map((session) => session.roomId)),
  }
  return {
    programme: {
      timeZone: draft.timeZone,
      tracks: keepPlaces(draft.tracks, places.tracks, brought.trackIds, used.tracks),
      rooms: keepPlaces(draft.rooms, places.rooms, brought.roomIds, used.rooms),
      sessions: all,
    },
    introduced,
    brought: question.isTable
      ? question.brought
      : {
          trackIds: [...places.tracks.values()].map((track) => track.id),
          roomIds: [...places.rooms.values()].map((room) => room.id),
        },
  }
}
