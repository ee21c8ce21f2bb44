import { judgeConference } from '@fachtag/planner/checker/conference'
import type { ConferenceProblem, Session } from '@fachtag/planner/conference/problem'
import type { LegacyHighs } from 'highs'
import loadHighs from 'highs'

const minute = (time: string): number => Date.parse(`${time}:00Z`) / 60_000
const wallTime = (minutes: number): string => new Date(minutes * 60_000).toISOString().slice(0, 16)

/** A place that a session may have by itself: a binary variable of the model. */
type Choice = {
  readonly name: string
  readonly session: number
  readonly from: number
  readonly until: number
  readonly room: string
  readonly isHome: boolean
}

function startsOf(problem: ConferenceProblem): string[] {
  const grid = problem.gridMinutes ?? 5
  return problem.days.flatMap((day) => {
    const [from, to] = [minute(day.from), minute(day.to)]
    return day.starts ?? Array.from({ length: Math.ceil((to - from) / grid) }, (_, i) => wallTime(from + i * grid))
  })
}

/** Whether the checker, asked about this session alone, has nothing against the place. */
function mayStand(problem: ConferenceProblem, session: Session, start: string, room: string): boolean {
  const people = (problem.people ?? []).filter(({ id }) => session.people?.includes(id))
  const alone = { ...problem, people, sessions: [session], order: [], bookmarks: [] }
  return judgeConference(alone, [{ session: session.id, start, room }]).violations.length === 0
}

/** Sessions whose published place is no longer allowed: they move in every plan. */
export function forcedMoves(problem: ConferenceProblem): Set<string> {
  const forced = problem.sessions
    .filter(({ published }) => published)
    .filter((session) => !mayStand(problem, session, session.published!.start, session.published!.room))
  return new Set(forced.map(({ id }) => id))
}

function choicesOf(problem: ConferenceProblem, moving: (session: Session) => boolean): Choice[] {
  const grid = startsOf(problem)
  return problem.sessions.flatMap((session, index) => {
    const home = session.published
    const places = [
      ...(home ? [{ start: home.start, room: home.room, isHome: true }] : []),
      ...(moving(session)
        ? grid.flatMap((start) => problem.rooms.map(({ id }) => ({ start, room: id, isHome: false })))
        : []),
    ]
    return places
      .filter(({ start, room, isHome }) => isHome || start !== home?.start || room !== home.room)
      .filter(({ start, room }) => mayStand(problem, session, start, room))
      .map(({ start, room, isHome }, n) => {
        const from = minute(start)
        return { name: `x${index}_${n}`, session: index, from, until: from + session.minutes, room, isHome }
      })
  })
}

/** For every five minutes, what of `choices` runs then; the same set again is left out. */
function cliques(choices: readonly Choice[]): string[][] {
  const ticks = new Map<number, string[]>()
  for (const { name, from, until } of choices)
    for (let tick = from; tick < until; tick += 5) ticks.set(tick, [...(ticks.get(tick) ?? []), name])
  const sets = new Map([...ticks.values()].map((names) => [names.join(' '), names]))
  return [...sets.values()].filter((names) => names.length > 1)
}

function orderRows(problem: ConferenceProblem, bySession: ReadonlyMap<number, Choice[]>): string[][] {
  const index = new Map(problem.sessions.map(({ id }, i) => [id, i]))
  return (problem.order ?? []).flatMap(({ before, after, gapMinutes = 0 }) => {
    const [first, then] = [before, after].map((id) => bySession.get(index.get(id)!) ?? [])
    const ends = [...new Set(first!.map(({ until }) => until))]
    return ends.map((end) => [
      ...first!.filter(({ until }) => until >= end).map(({ name }) => name),
      ...then!.filter(({ from }) => from < end + gapMinutes).map(({ name }) => name),
    ])
  })
}

function peopleRows(problem: ConferenceProblem, choices: readonly Choice[]): string[][] {
  const own = new Map<string, Choice[]>()
  for (const choice of choices)
    for (const person of new Set(problem.sessions[choice.session]!.people ?? []))
      own.set(person, [...(own.get(person) ?? []), choice])
  const shared = [...own.values()].filter((list) => new Set(list.map(({ session }) => session)).size > 1)
  return shared.flatMap(cliques)
}

/** The model in the LP format of CPLEX: every session has one place, and those elsewhere than at home are counted. */
function modelOf(problem: ConferenceProblem, choices: readonly Choice[]): string {
  const bySession = Map.groupBy(choices, ({ session }) => session)
  const rooms = [...Map.groupBy(choices, ({ room }) => room).values()]
  const most = [...rooms.flatMap(cliques), ...peopleRows(problem, choices), ...orderRows(problem, bySession)]
  const sum = (names: readonly string[]) => names.join('\n + ')
  const moved = choices.filter((choice) => !choice.isHome && problem.sessions[choice.session]!.published)
  return [
    'Minimize',
    ` moves: ${moved.length > 0 ? sum(moved.map(({ name }) => name)) : '0 x0_0'}`,
    'Subject To',
    ...[...bySession].map(([session, list]) => ` one${session}: ${sum(list.map(({ name }) => name))} = 1`),
    ...most.map((names, i) => ` most${i}: ${sum([...new Set(names)])} <= 1`),
    'Binary',
    ...choices.map(({ name }) => ` ${name}`),
    'End',
  ].join('\n')
}

/** `enough`: what has to move can, and nothing else needs to: as few moves as there can be. `more`: something else has to move, too. */
export type Minimum = { readonly kind: 'enough' | 'more' | 'unknown' }
export type Referee = LegacyHighs

/** HiGHS, loaded once; its calls block the process. */
export function loadReferee(): Promise<Referee> {
  // Its types say that it is CommonJS, and what Node loads is not.
  return (loadHighs as unknown as () => Promise<Referee>)()
}

/**
 * Asks HiGHS for a programme in which only those sessions move that have to, because their published place is no longer allowed;
 * they move in every programme, so that theirs is the least number of moves there can be. Where there is none, one more is the least.
 * Travel, plenaries and slots are not modelled.
 */
export function fewestMoves(referee: Referee, problem: ConferenceProblem, seconds: number): Minimum {
  if (problem.sessions.some((session) => session.plenary)) throw new Error('plenaries are not modelled')
  const forced = forcedMoves(problem)
  const choices = choicesOf(problem, (session) => !session.published || forced.has(session.id))
  if (new Set(choices.map(({ session }) => session)).size < problem.sessions.length) return { kind: 'more' }
  const { Status } = referee.solve(modelOf(problem, choices), { time_limit: seconds, output_flag: false })
  if (Status === 'Infeasible') return { kind: 'more' }
  return { kind: Status === 'Optimal' ? 'enough' : 'unknown' }
}
