import { expect, test } from 'vitest'
import { judgeConference } from '../checker/conference.ts'
import { madeUpConference } from './made-up.ts'
import { planConference } from './plan.ts'

const size = { sessions: 40, rooms: 5, days: 2, slotsPerDay: 6, attendees: 30 }
const limits = { work: 15_000_000 }

test('the same problem, seed and work give the same plan; another seed gives another', () => {
  const problem = madeUpConference(size, 1)
  const first = planConference(problem, 5, limits)
  expect(planConference(problem, 5, limits)).toEqual(first)
  expect(planConference(problem, 6, limits).placements).not.toEqual(first.placements)
})

test('no plan breaks a hard rule, on any of many problems', () => {
  for (let seed = 0; seed < 25; seed++) {
    const problem = madeUpConference({ ...size, sessions: 20 + 2 * seed, attendees: 5 }, seed)
    const plan = planConference(problem, seed, { work: 3_000_000 })
    const verdict = judgeConference(problem, plan.placements)
    expect(verdict.violations).toEqual([])
    expect(verdict.unplaced).toEqual(plan.unplaced)
  }
})

test('more work never gives a worse plan than the first placement', () => {
  const problem = madeUpConference(size, 2)
  const placed = planConference(problem, 1, { work: 1 })
  expect(planConference(problem, 1, limits).cost).toBeLessThan(placed.cost)
})

test('a cancelled search returns what it has', () => {
  let asked = 0
  const plan = planConference(madeUpConference(size, 3), 1, { work: 1e9, cancelled: () => ++asked > 60 })
  expect(plan.ending).toBe('cancelled')
  expect(plan.placements.length).toBe(40)
})

test('progress tells a growing share from the first session placed to the last step, and changes nothing', () => {
  const problem = madeUpConference(size, 4)
  const seen: { share: number; placed: number }[] = []
  const watched = planConference(problem, 1, limits, 'plan', ({ share, placements }) =>
    seen.push({ share, placed: placements().length }),
  )
  expect(watched).toEqual(planConference(problem, 1, limits))
  expect(seen[0]!.placed).toBeLessThan(40)
  expect(seen.every(({ share }, i) => i === 0 || share >= seen[i - 1]!.share)).toBe(true)
  expect(seen.at(-1)).toEqual({ share: 1, placed: 40 })
})

test('too many sessions for the rooms: what fits is placed, the rest is named', () => {
  const problem = madeUpConference({ sessions: 30, rooms: 2, days: 1, slotsPerDay: 5, attendees: 0 }, 1)
  const plan = planConference(problem, 1, limits)
  expect(plan.placements.length + plan.unplaced.length).toBe(30)
  expect(plan.unplaced.length).toBeGreaterThanOrEqual(20)
  expect(judgeConference(problem, plan.placements).violations).toEqual([])
})

test('the clock and a wish to stop are heeded while sessions that find no place are looked after', () => {
  const day = (i: number) => ({ from: `2030-05-0${i}T09:00`, to: `2030-05-0${i}T19:00` })
  const problem = {
    days: [day(1), day(2)],
    rooms: Array.from({ length: 10 }, (_, i) => ({ id: `room-${i}` })),
    sessions: Array.from({ length: 600 }, (_, i) => ({ id: `session-${i}`, minutes: 60 })),
  }
  let seconds = 0
  const clocked = planConference(problem, 1, { work: 1e12, cpuSeconds: 5, clock: () => seconds++ / 100 })
  expect([clocked.ending, clocked.placements.length + clocked.unplaced.length]).toEqual(['clock', 600])
  let asked = 0
  const stopped = planConference(problem, 1, { work: 1e12, cancelled: () => ++asked > 500 })
  expect(stopped.ending).toBe('cancelled')
  expect(asked).toBeLessThan(1_500)
})

test('a plan in which nothing can move is the best there is, whatever it costs, and takes no time', () => {
  const fixed = { start: '2030-05-06T09:00', room: 'den' }
  const problem = {
    days: [{ from: '2030-05-06T09:00', to: '2030-05-06T12:00' }],
    rooms: [{ id: 'den', capacity: 5 }],
    sessions: [{ id: 'a', minutes: 60, demand: 9, fixed }],
  }
  expect(planConference(problem, 1, { work: 1e12 })).toMatchObject({ ending: 'optimal', cost: 16, unplaced: [] })
  const tooMany = { ...problem, sessions: [...problem.sessions, { id: 'b', minutes: 60, fixed }] }
  expect(planConference(tooMany, 1, { work: 1e6 }).ending).toBe('work done')
})
