import type { Circumstances } from '../src/modules/programme/circumstances/types.ts'
import type { Programme, ProgrammeSession } from '../src/modules/programme/types.ts'

/** `kind`, who it is about, and the numbers that matter: what two ways of finding warnings must agree on. */
export type Told = readonly [kind: string, about: string, numbers: readonly (string | number)[]]

const minuteOf = (wallTime: string) => Date.parse(`${wallTime}Z`) / 60_000
const timeOf = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16)
const dayOf = (session: ProgrammeSession) => session.day ?? session.startsAt!.slice(0, 10)

/** Every single minute in which the session runs. */
function minutesOf(session: ProgrammeSession): number[] {
  const start = minuteOf(session.startsAt!)
  return Array.from({ length: session.durationMinutes ?? 1 }, (_, n) => start + n)
}

const countCommon = (a: ProgrammeSession, b: ProgrammeSession) => {
  const other = new Set(minutesOf(b))
  return minutesOf(a).filter((minute) => other.has(minute)).length
}
const startOf = (session: ProgrammeSession) => minutesOf(session)[0]!
const endOf = (session: ProgrammeSession) => minutesOf(session).at(-1)! + 1
const pair = (a: ProgrammeSession, b: ProgrammeSession) => [a.id, b.id].sort().join('+')
const isWork = ({ type }: ProgrammeSession) => type !== 'break' && type !== 'networking'
const appearsAt = (session: ProgrammeSession, personId: string, mode?: string) =>
  session.appearances.some(
    (one) => one.personId === personId && one.state === 'planned' && (mode === undefined || one.mode === mode),
  )

/** From the first busy minute to the last, cut where nothing happens for `pause` minutes. */
function longStretches(sessions: readonly ProgrammeSession[], pause: number, longest: number): [string, string][] {
  const found: [string, string][] = []
  for (const day of new Set(sessions.map(dayOf))) {
    const ofDay = sessions.filter((session) => dayOf(session) === day)
    const busy = [...new Set(ofDay.flatMap(minutesOf))].sort((a, b) => a - b)
    let from = 0
    for (let at = 0; at < busy.length; at++) {
      if (at + 1 < busy.length && busy[at + 1]! - busy[at]! - 1 < pause) continue
      const [start, end] = [busy[from]!, busy[at]! + 1]
      const inIt = ofDay.filter((session) => startOf(session) >= start && startOf(session) < end)
      if (end - start > longest && inIt.length > 1) found.push([timeOf(start), timeOf(end)])
      from = at + 1
    }
  }
  return found
}

/** Every warning, found by asking every question about everything: slow, and plain to see. For comparison in tests. */
export function obviousWarnings(programme: Programme, known: Circumstances): Told[] {
  const present = programme.sessions.filter((session) => session.state === 'planned')
  const placed = present.filter((session) => session.startsAt !== null)
  const persons = [...new Set(placed.flatMap((one) => one.appearances.flatMap((held) => held.personId ?? [])))]
  return [
    ...present.flatMap((session) => aboutRoom(session, programme, known)),
    ...present.flatMap((session) => aboutLines(session, known)),
    ...placed.flatMap((session) => aboutDay(session, known)),
    ...placed.flatMap((a) => placed.flatMap((b) => (a === b ? [] : aboutTwo(a, b, known)))),
    ...persons.flatMap((personId) => aboutPerson(personId, placed, known)),
    ...programme.tracks.flatMap((track) => aboutTrack(track.id, placed, known)),
  ]
}

const daysOf = (day: string) => Date.parse(`${day}T00:00Z`) / 86_400_000

function aboutLines(session: ProgrammeSession, { lines, today }: Circumstances): Told[] {
  const day = session.day ?? session.startsAt?.slice(0, 10)
  if (!day || !today || daysOf(day) < daysOf(today) || daysOf(day) - daysOf(today) > 14) return []
  const remote = session.appearances.filter((one) => one.state === 'planned' && one.mode === 'remote' && one.personId)
  return [...new Set(remote.map((one) => one.personId!))].flatMap((personId): Told[] => {
    const line = lines.find((one) => one.personId === personId)
    const isOpen = line === undefined || line.result === 'open'
    const lacks = [
      ...(line?.result === 'problems' ? ['solution'] : []),
      ...(isOpen && !line?.on ? ['appointment'] : []),
      ...(isOpen && line?.on && daysOf(line.on) < daysOf(today) ? ['result'] : []),
      ...(line?.fallback ? [] : ['fallback']),
    ]
    return lacks.length > 0 ? [['remote-not-ready', `${personId}+${session.id}`, lacks]] : []
  })
}

function aboutRoom(session: ProgrammeSession, programme: Programme, known: Circumstances): Told[] {
  const told: Told[] = []
  const { id, roomId, type, appearances } = session
  const planned = appearances.filter((one) => one.state === 'planned')
  if (['panel', 'workshop'].includes(type) && !planned.some((one) => one.role === 'moderator' || one.role === 'host'))
    told.push(['moderator-missing', id, [type]])
  if (roomId === null) return told
  const needs = known.sessionNeeds.find((one) => one.sessionId === id)
  const { capacity } = programme.rooms.find((room) => room.id === roomId)!
  const has: readonly string[] = known.roomEquipment.find((one) => one.roomId === roomId)?.equipment ?? []
  if (needs?.expectedCount && capacity !== null && needs.expectedCount > capacity)
    told.push(['room-too-small', id, [capacity, needs.expectedCount]])
  const missing = needs?.equipment.filter((one) => !has.includes(one)) ?? []
  if (missing.length > 0) told.push(['room-lacks-equipment', id, missing])
  const remote = planned.filter((one) => one.mode === 'remote')
  if (remote.length > 0 && !has.includes('remote')) told.push(['remote-without-equipment', id, [remote.length]])
  return told
}

function aboutDay(session: ProgrammeSession, { pace, slots }: Circumstances): Told[] {
  const told: Told[] = []
  const day = dayOf(session)
  if (session.type !== 'networking') {
    const early = pace.dayBegins ? Math.max(0, minuteOf(`${day}T${pace.dayBegins}`) - startOf(session)) : 0
    const late = pace.dayEnds ? Math.max(0, endOf(session) - minuteOf(`${day}T${pace.dayEnds}`)) : 0
    if (early > 0 || late > 0) told.push(['outside-day', session.id, [early, late]])
  }
  for (const slot of slots) {
    const begins = minuteOf(slot.startsAt)
    const ends = begins + slot.durationMinutes
    const isHere = slot.day === day && (slot.roomId === null || slot.roomId === session.roomId)
    const isIn = begins <= startOf(session) && startOf(session) < ends
    if (!session.isPlenary && isHere && isIn && endOf(session) > ends)
      told.push(['longer-than-slot', `${session.id}+${slot.id}`, [endOf(session) - ends]])
  }
  return told
}

/** What is said of `a` and `b`, asked once in each order. */
function aboutTwo(a: ProgrammeSession, b: ProgrammeSession, known: Circumstances): Told[] {
  const told: Told[] = []
  const common = countCommon(a, b)
  const isOnce = a.id < b.id
  if (isOnce && common > 0 && a.roomId !== null && a.roomId === b.roomId)
    told.push(['room-taken-twice', pair(a, b), [a.roomId, common]])
  const isParallelWork = isOnce && common > 0 && isWork(a) && isWork(b)
  if (isParallelWork && dayOf(a) === dayOf(b) && (a.isPlenary || b.isPlenary))
    told.push(['plenary-overlapped', pair(a, b), [common]])
  const shared = a.topicIds.filter((topic) => b.topicIds.includes(topic))
  const isSimilar = shared.length > 0 && shared.length >= Math.min(a.topicIds.length, b.topicIds.length) / 2
  if (isParallelWork && isSimilar && !a.isPlenary && !b.isPlenary)
    told.push(['similar-topics-in-parallel', pair(a, b), [...shared].sort()])
  for (const wish of known.orderWishes) {
    const isAsked = wish.firstSessionId === a.id && wish.thenSessionId === b.id
    if (isAsked && startOf(b) < endOf(a)) told.push(['order-violated', wish.id, [endOf(a) - startOf(b)]])
  }
  return told
}

function aboutPerson(personId: string, placed: readonly ProgrammeSession[], known: Circumstances): Told[] {
  const told: Told[] = []
  const { pace } = known
  const own = placed.filter((session) => appearsAt(session, personId))
  const windows = known.availabilities.find((one) => one.personId === personId)?.windows
  for (const a of own) {
    const isThere = (minute: number) =>
      windows?.some(({ from, until }) => minuteOf(from) <= minute && minute < minuteOf(until)) ?? true
    const absent = minutesOf(a).filter((minute) => !isThere(minute)).length
    if (absent > 0) told.push(['outside-availability', `${personId}+${a.id}`, [absent]])
    for (const b of own) {
      if (a === b || (a.roomId !== null && a.roomId === b.roomId)) continue
      if (a.id < b.id && countCommon(a, b) > 0)
        told.push(['person-in-two-places', `${personId}+${pair(a, b)}`, [countCommon(a, b)]])
      const gap = startOf(b) - endOf(a)
      const isWalk = appearsAt(a, personId, 'on-site') && appearsAt(b, personId, 'on-site')
      if (a.roomId && b.roomId && isWalk && gap >= 0 && gap < pace.changeMinutes)
        told.push(['no-time-to-change-rooms', `${personId}+${a.id}>${b.id}`, [gap]])
    }
  }
  for (const [from, until] of longStretches(own.filter(isWork), pace.breakMinutes, pace.stretchMinutes))
    told.push(['person-without-break', personId, [from, until]])
  return told
}

function aboutTrack(trackId: string, placed: readonly ProgrammeSession[], { pace }: Circumstances): Told[] {
  const told: Told[] = []
  const own = placed.filter((session) => session.trackId === trackId)
  for (const day of new Set(own.map(dayOf))) {
    const housed = own.filter((session) => dayOf(session) === day && session.roomId !== null && !session.isPlenary)
    const roomIds = [...new Set(housed.map((session) => session.roomId!))].sort()
    if (roomIds.length > 1) told.push(['track-changes-rooms', `${trackId}+${day}`, roomIds])
  }
  for (const [from, until] of longStretches(own.filter(isWork), pace.breakMinutes, pace.stretchMinutes))
    told.push(['track-without-break', trackId, [from, until]])
  return told
}
