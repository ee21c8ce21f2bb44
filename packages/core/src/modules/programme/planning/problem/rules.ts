import { findCircle } from '@fachtag/planner/circle'
import type { ConferenceProblem, Interval, Order, Person, Room, Session } from '@fachtag/planner/conference/problem'
import type { Equipment, TimeWindow } from '../../circumstances/types.ts'
import { wallTimeOf } from '../../grid/rules.ts'
import type { ProgrammeSession } from '../../types.ts'
import { frameOf } from '../frame/rules.ts'
import { weightsOf } from '../levels/rules.ts'
import { lossesOf, partSessions, peopleOf, remotePeopleOf, usualMinutes } from '../staying/rules.ts'
import type { Parts, Standing } from '../staying/types.ts'
import type { PlanningInput, PlanTask } from '../types.ts'
import type { Impossible, Posed, Waived } from './types.ts'

/** A room that only stands for having none, for a session with a time and no room. */
export function noRoomOf(sessionId: string): string {
  return `none ${sessionId}`
}

const spanOf = ({ from, until }: Pick<Standing, 'from' | 'until'>): Interval => ({
  from: wallTimeOf(from),
  to: wallTimeOf(until),
})

/** What `amiss` take up beside `staying`, which may not be left without their room and people by what collides with them. */
function takenBeside(amiss: readonly Standing[], staying: readonly Standing[]): Interval[] {
  return amiss.flatMap((one) => {
    let free: Pick<Standing, 'from' | 'until'>[] = [one]
    for (const { from, until } of staying)
      free = free
        .flatMap((part) => [
          { from: part.from, until: Math.min(part.until, from) },
          { from: Math.max(part.from, until), until: part.until },
        ])
        .filter((part) => part.from < part.until)
    return free.map(spanOf)
  })
}

function needsOf(session: ProgrammeSession, input: PlanningInput): Equipment[] {
  const said = input.circumstances.sessionNeeds.find((one) => one.sessionId === session.id)?.equipment ?? []
  const isRemote = session.appearances.some((held) => held.state === 'planned' && held.mode === 'remote')
  return [...new Set([...said, ...(isRemote ? (['remote'] as const) : [])])]
}

/** Equipment that somebody needs and no room is said to have: asking for it would leave those sessions without any room. */
function missingEquipment(input: PlanningInput, moving: readonly ProgrammeSession[]): Waived[] {
  const present = new Set(input.circumstances.roomEquipment.flatMap((room) => room.equipment))
  const needed = moving.flatMap((session) =>
    needsOf(session, input).map((equipment) => ({ equipment, id: session.id })),
  )
  const missing = Map.groupBy(
    needed.filter(({ equipment }) => !present.has(equipment)),
    ({ equipment }) => equipment,
  )
  return [...missing].map(([equipment, list]) => ({
    kind: 'equipment',
    equipment,
    sessionIds: list.map(({ id }) => id),
  }))
}

/** Who is expected; of what is for everybody and has no number, as many as there is room for anywhere. */
function expectedAt(session: ProgrammeSession, { demand, board }: PlanningInput): number | undefined {
  const known = demand.get(session.id)?.expected
  if (known !== undefined || !session.isPlenary) return known
  return Math.max(0, ...board.programme.rooms.map(({ capacity }) => capacity ?? 0))
}

/** What the session has in common with others, and who is expected. */
function commonOf(session: ProgrammeSession, input: PlanningInput) {
  const demand = expectedAt(session, input)
  return {
    id: session.id,
    minutes: session.durationMinutes ?? usualMinutes,
    people: peopleOf(session),
    remote: remotePeopleOf(session),
    ...(session.trackId === null ? {} : { track: session.trackId }),
    topics: session.topicIds,
    language: session.language,
    ...(demand === undefined ? {} : { demand }),
  }
}

/** Where a session stands, in the planner's words; undefined where it stands nowhere, or in a room that is not among `rooms`. */
export function placeOf(session: ProgrammeSession | undefined, rooms: ReadonlySet<string>) {
  if (!session?.startsAt) return undefined
  if (session.roomId === null) return { start: session.startsAt, room: noRoomOf(session.id) }
  return rooms.has(session.roomId) ? { start: session.startsAt, room: session.roomId } : undefined
}

type World = {
  readonly input: PlanningInput
  readonly task: PlanTask
  readonly rooms: ReadonlySet<string>
  readonly waived: ReadonlySet<Equipment>
  readonly published: ReadonlyMap<string, ProgrammeSession>
  /** Session → how many have marked it. */
  readonly marks: ReadonlyMap<string, number>
}

/** How many would notice a move of what is published: whoever has marked it, and whoever appears in it. */
export function countAffected(session: ProgrammeSession, marks: ReadonlyMap<string, number>): number {
  return (marks.get(session.id) ?? 0) + peopleOf(session).length
}

/** Where a plan likes to leave a session, and how many would notice if it did not: where it is published, or where it is. */
function homeOf(
  session: ProgrammeSession,
  { published: release, task, rooms, marks }: World,
): Pick<Session, 'published' | 'affected'> {
  const published = placeOf(release.get(session.id), rooms)
  const here = placeOf(session, rooms)
  const home = task.kind === 'all' ? published : here
  if (!home || (session.roomId !== null && home.room === noRoomOf(session.id))) return {}
  const isKnown = published?.start === home.start && published.room === home.room
  return { published: home, ...(isKnown ? { affected: countAffected(session, marks) } : {}) }
}

function movingSession(session: ProgrammeSession, world: World, real: readonly string[]): Session {
  const equipment = needsOf(session, world.input).filter((one) => !world.waived.has(one))
  const home = homeOf(session, world)
  const own = home.published?.room === noRoomOf(session.id) ? [noRoomOf(session.id)] : []
  return {
    ...commonOf(session, world.input),
    ...home,
    rooms: [...real, ...own],
    ...(equipment.length > 0 ? { equipment } : {}),
    ...(session.isPlenary ? { plenary: true } : {}),
  }
}

function stayingSession(standing: Standing, input: PlanningInput): Session {
  const { session, isForAll } = standing
  const fixed = { start: session.startsAt!, room: session.roomId ?? noRoomOf(session.id) }
  return { ...commonOf(session, input), fixed, ...(isForAll ? { plenary: true } : {}) }
}

/** Whether it stands, or is published, at a time and in no room. */
const isRoomless = ({ id, fixed, published }: Session) =>
  fixed?.room === noRoomOf(id) || published?.room === noRoomOf(id)

function roomsOf(
  { input, task }: World,
  parts: Parts,
  sessions: readonly Session[],
  slotsOf: ((roomId: string) => readonly Interval[]) | undefined,
) {
  const lost = lossesOf(task).flatMap((loss) => (loss.kind === 'room' ? loss : []))
  const real = input.board.programme.rooms.map((room): Room => {
    const isHere = ({ session }: Standing) => session.roomId === room.id
    const taken = takenBeside(parts.amiss.filter(isHere), parts.staying.filter(isHere))
    const gone = lost.filter((loss) => loss.roomId === room.id).map(({ from, until }) => ({ from, to: until }))
    const equipment = input.circumstances.roomEquipment.find((one) => one.roomId === room.id)?.equipment
    return {
      id: room.id,
      site: room.id,
      ...(room.capacity === null ? {} : { capacity: room.capacity }),
      ...(equipment ? { equipment } : {}),
      ...(slotsOf ? { slots: slotsOf(room.id) } : {}),
      unavailable: [...taken, ...gone],
    }
  })
  const anything = [...new Set(input.circumstances.roomEquipment.flatMap((room) => room.equipment))]
  return [
    ...real,
    ...sessions
      .filter(isRoomless)
      .map(({ id }): Room => ({ id: noRoomOf(id), site: noRoomOf(id), equipment: anything, slots: [] })),
  ]
}

/** Windows that touch or overlap as one: who is there until ten and from ten on is there all the time. */
export function joinWindows(windows: readonly TimeWindow[]): Interval[] {
  const joined: { from: string; to: string }[] = []
  for (const { from, until } of windows.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = until > last.to ? until : last.to
    else joined.push({ from, to: until })
  }
  return joined
}

function personOf(id: string, { input, task }: World, { amiss, staying }: Parts): Person {
  const windows = input.circumstances.availabilities.find((one) => one.personId === id)?.windows
  const lost = lossesOf(task).flatMap((loss) => (loss.kind === 'person' && loss.personId === id ? loss : []))
  const isThere = ({ people }: Standing) => people.includes(id)
  const taken = takenBeside(amiss.filter(isThere), staying.filter(isThere))
  return {
    id,
    ...(windows ? { available: joinWindows(windows) } : {}),
    unavailable: [...lost.map(({ from, until }) => ({ from, to: until })), ...taken],
  }
}

type Sequence = { readonly wishId: string | null; readonly before: string; readonly after: string }

/** What opens and what closes later: an order that nobody has to wish for. */
function openingsBeforeClosings(sessions: readonly ProgrammeSession[]): Sequence[] {
  const ofType = (type: ProgrammeSession['type']) =>
    sessions.filter((session) => session.type === type && session.startsAt !== null)
  const closings = ofType('closing')
  return ofType('opening').flatMap((opening) =>
    closings
      .filter((closing) => opening.startsAt! < closing.startsAt!)
      .map((closing) => ({ wishId: null, before: opening.id, after: closing.id })),
  )
}

function ordersOf(input: PlanningInput, sessions: readonly Session[]): { order: Order[]; waived: Waived[] } {
  const byId = new Map(sessions.map((session) => [session.id, session]))
  const wishes = input.circumstances.orderWishes.map(
    (wish): Sequence => ({ wishId: wish.id, before: wish.firstSessionId, after: wish.thenSessionId }),
  )
  const order: Order[] = []
  const waived: Waived[] = []
  for (const { wishId, before, after } of [...wishes, ...openingsBeforeClosings(input.board.programme.sessions)]) {
    const [first, then] = [byId.get(before), byId.get(after)]
    if (!first || !then || (first.fixed && then.fixed)) continue
    const isCircle = findCircle([...order, { before, after }].map((one) => [one.before, one.after] as const))
    if (!isCircle) order.push({ before, after })
    else if (wishId !== null) waived.push({ kind: 'order', wishId })
  }
  return { order, waived }
}

/**
 * Puts a task about the board in the planner's words. What stays though it cannot be there only takes up its room and its
 * people; equipment that no room is said to have, and wishes that go round in a circle, are not asked for, and named.
 */
export function poseProblem(input: PlanningInput, task: PlanTask): Posed | Impossible {
  const { rooms: real } = input.board.programme
  const frame = frameOf(input, task)
  const parts = partSessions(input, task)
  if (real.length === 0) return { kind: 'impossible', reason: 'no-rooms' }
  const isDayLost = lossesOf(task).some((loss) => loss.kind === 'day')
  if (frame.days.length === 0) return { kind: 'impossible', reason: isDayLost ? 'no-days-left' : 'no-days' }
  if (parts.moving.length === 0) return { kind: 'impossible', reason: 'nothing-to-plan' }
  const missing = missingEquipment(input, parts.moving)
  const realIds = real.map((room) => room.id)
  const noRooms = [...parts.staying.map(({ session }) => session), ...parts.moving].map(({ id }) => noRoomOf(id))
  const world: World = {
    input,
    task,
    rooms: new Set([...realIds, ...noRooms]),
    waived: new Set(missing.flatMap((one) => (one.kind === 'equipment' ? one.equipment : []))),
    published: new Map(input.published?.sessions.map((session) => [session.id, session])),
    marks: marksOf(input),
  }
  const sessions = [
    ...parts.staying.map((standing) => stayingSession(standing, input)),
    ...parts.moving.map((session) => movingSession(session, world, realIds)),
  ]
  const known = new Set(sessions.map((session) => session.id))
  const { order, waived } = ordersOf(input, sessions)
  const problem: ConferenceProblem = {
    days: frame.days.map(({ day: _, ...window }) => ({
      ...window,
      breaks: parts.breaks.map(spanOf),
    })),
    gridMinutes: frame.gridMinutes,
    rooms: roomsOf(world, parts, sessions, frame.slotsOf),
    people: [...new Set(sessions.flatMap((session) => session.people ?? []))].map((id) => personOf(id, world, parts)),
    sessions,
    order,
    bookmarks: input.bookmarks
      .map(({ sessions: marked, count }) => ({ sessions: marked.filter((id) => known.has(id)), count }))
      .filter((list) => list.sessions.length > 0),
    travelMinutes: input.circumstances.pace.changeMinutes,
    weights: weightsOf(input.levels),
  }
  return {
    kind: 'problem',
    problem,
    frame,
    movingIds: parts.moving.map(({ id }) => id),
    waived: [...missing, ...waived],
  }
}

/** How many visitors have marked each session. */
export function marksOf({ bookmarks }: Pick<PlanningInput, 'bookmarks'>): ReadonlyMap<string, number> {
  const marks = new Map<string, number>()
  for (const { sessions, count } of bookmarks) for (const id of sessions) marks.set(id, (marks.get(id) ?? 0) + count)
  return marks
}
