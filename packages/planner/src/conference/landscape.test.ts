import { expect, test } from 'vitest'
import { judgeConference } from '../checker/conference.ts'
import { countWishes } from '../checker/wishes.ts'
import { Budget } from '../search/budget.ts'
import { Random } from '../search/random.ts'
import { compileTerms, softConstraints } from './constraints/all.ts'
import { Construction } from './construction.ts'
import { compile } from './instance.ts'
import { ConferenceLandscape } from './landscape.ts'
import { madeUpConference } from './made-up.ts'
import { placementsOf } from './plan.ts'
import type { ConferenceProblem } from './problem.ts'
import { Programme } from './programme.ts'

function start(
  seed: number,
  problem = madeUpConference({ sessions: 60, rooms: 6, days: 3, slotsPerDay: 6, attendees: 40 }, seed),
) {
  const random = new Random(seed)
  const instance = compile(problem)
  const programme = new Programme(instance, compileTerms(instance))
  const unplaced = new Construction(programme, random).run(new Budget({ work: 20_000_000 }))
  return { problem, instance, programme, unplaced, random, landscape: new ConferenceLandscape(programme, random) }
}

const bytes = (programme: Programme): string =>
  [programme.position, programme.room, programme.occupant]
    .map((array) => Buffer.from(array.buffer).toString('base64'))
    .join() + programme.stateDigest()

test('over 100,000 random moves the cost stays what a full recount says, and every hard rule stays kept', () => {
  const { problem, instance, programme, unplaced, random, landscape } = start(1)
  expect(unplaced).toEqual([])
  for (let move = 0; move < 100_000; move++) {
    landscape.step(random.below(landscape.kinds), random.below(400))
    if (move % 5_000 !== 0) continue
    const recounted = new Programme(instance, compileTerms(instance))
    programme.position.forEach((position, session) => {
      recounted.place(session, position, programme.room[session]!)
    })
    expect(programme.cost).toBe(recounted.cost)
    expect(judgeConference(problem, placementsOf(programme)).violations).toEqual([])
  }
  expect(landscape.accepted).toBeGreaterThan(5_000)
})

/** Sessions of many lengths on a fine grid, an order with minutes between, and two rooms that let sessions begin in slots of their own only. */
function unevenConference(seed: number): ConferenceProblem {
  const made = madeUpConference({ sessions: 40, rooms: 6, days: 2, slotsPerDay: 9, attendees: 10 }, seed)
  const days = made.days.map(({ from, to }) => ({ from, to }))
  const slotsOf = (starts: readonly string[], ends: readonly string[]) =>
    days.flatMap(({ from }) =>
      starts.map((start, i) => ({ from: `${from.slice(0, 11)}${start}`, to: `${from.slice(0, 11)}${ends[i]}` })),
    )
  const rooms = made.rooms.map((room, i) => {
    if (i === 0) return { ...room, slots: slotsOf(['09:00', '11:00', '13:00'], ['11:00', '12:00', '18:00']) }
    return i === 2 ? { ...room, slots: slotsOf(['10:00', '10:45', '12:00'], ['10:45', '12:00', '14:00']) } : room
  })
  const sessions = made.sessions.map(({ published: _, ...session }, i) => ({
    ...session,
    minutes: [30, 45, 60, 90, 120][(i + seed) % 5]!,
    // Where no slot begins: the session may stay there, and no other one may come.
    ...(i % 5 === 0
      ? {
          published: {
            start: `${days[i % 2]!.from.slice(0, 11)}${9 + (i % 8)}:30`.replace('T9', 'T09'),
            room: 'room-0',
          },
        }
      : {}),
  }))
  const order = Array.from({ length: 8 }, (_, i) => ({
    before: `session-${i}`,
    after: `session-${i + 9}`,
    gapMinutes: 8,
  }))
  return { ...made, days, gridMinutes: 15, rooms, sessions, order, weights: { 'published-change': 1 } }
}

test('sessions of many lengths, in rooms with slots of their own, keep every hard rule move by move', () => {
  for (let seed = 1; seed <= 3; seed++) {
    const problem = unevenConference(seed)
    const { random, landscape, programme } = start(seed, problem)
    for (let move = 0; move < 40_000; move++) {
      landscape.step(random.below(landscape.kinds), 400)
      if (move % 250 === 0) expect(judgeConference(problem, placementsOf(programme)).violations).toEqual([])
    }
    expect(landscape.accepted).toBeGreaterThan(500)
  }
})

test('the cost is what the independent checker counts, wish by wish', () => {
  const { problem, instance, random, landscape, programme } = start(2)
  for (let move = 0; move < 3_000; move++) landscape.step(random.below(landscape.kinds), 300)
  const counted = countWishes(problem, placementsOf(programme))
  for (const { name, defaultWeight } of softConstraints) {
    const alone = new Programme(instance, compileTerms(instance, [name]))
    programme.position.forEach((position, session) => {
      alone.place(session, position, programme.room[session]!)
    })
    expect({ name, cost: Math.abs(alone.cost - counted[name]! * defaultWeight) < 1e-6 * alone.cost + 1 }).toEqual({
      name,
      cost: true,
    })
    if (name !== 'long-run') expect({ name, cost: alone.cost > 0 }).toEqual({ name, cost: true })
  }
})

test('a move that is not made leaves every byte of the state as it was', () => {
  const { programme, random, landscape } = start(3)
  const before = bytes(programme)
  const evaluated = landscape.evaluated
  for (let move = 0; move < 20_000; move++) {
    landscape.step(random.below(landscape.kinds), Number.NEGATIVE_INFINITY)
    if (move % 500 === 0) expect(bytes(programme)).toBe(before)
  }
  expect(landscape.evaluated - evaluated).toBeGreaterThan(1_000)
})

test('undoing moves one by one leads back to the same bytes', () => {
  const { programme, random, landscape } = start(4)
  landscape.keep()
  const before = bytes(programme)
  for (let round = 0; round < 20; round++) {
    for (let move = 0; move < 200; move++) landscape.step(random.below(landscape.kinds), 500)
    expect(bytes(programme)).not.toBe(before)
    landscape.recall()
    expect(bytes(programme)).toBe(before)
  }
})
