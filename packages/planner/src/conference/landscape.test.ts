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
import { Programme } from './programme.ts'

function start(seed: number) {
  const random = new Random(seed)
  const problem = madeUpConference({ sessions: 60, rooms: 6, days: 3, slotsPerDay: 6, attendees: 40 }, seed)
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
