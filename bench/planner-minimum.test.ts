import { madeUpConference } from '@fachtag/planner/conference/made-up'
import { planConference } from '@fachtag/planner/conference/plan'
import type { ConferenceProblem } from '@fachtag/planner/conference/problem'
import { describe, expect, test } from 'vitest'
import { fewestMoves, forcedMoves, loadReferee } from './planner-minimum.ts'
import { lose } from './planner-replan.ts'

const referee = await loadReferee()
const at = (time: string) => `2030-05-06T${time}`

/** One day of two slots and two rooms, of which `b` is closed in the second. */
function small(
  sessions: ConferenceProblem['sessions'],
  closed: readonly { from: string; to: string }[],
): ConferenceProblem {
  return {
    days: [{ from: at('09:00'), to: at('11:00'), starts: [at('09:00'), at('10:00')] }],
    rooms: [{ id: 'a' }, { id: 'b', unavailable: closed }],
    people: [{ id: 'ada' }],
    sessions,
  }
}
const session = (id: string, time: string, room: string, people: string[] = []) => ({
  id,
  minutes: 60,
  people,
  published: { start: at(time), room },
})
const second = [{ from: at('10:00'), to: at('11:00') }]

describe('the fewest moves', () => {
  test.each([
    ['there is a free place for who has to move', [session('x', '10:00', 'b')], 1, 'enough'],
    ['nobody has to move', [session('x', '09:00', 'b')], 0, 'enough'],
    [
      'the free place is at a time when a person is elsewhere, so that somebody has to make room',
      [session('x', '10:00', 'b', ['ada']), session('y', '09:00', 'a', ['ada']), session('z', '10:00', 'a')],
      1,
      'more',
    ],
    [
      'there is no place at all',
      [session('w', '09:00', 'b'), session('x', '10:00', 'b'), session('y', '09:00', 'a'), session('z', '10:00', 'a')],
      1,
      'more',
    ],
  ])('where %s', (_, sessions, forced, kind) => {
    const problem = small(sessions, second)
    expect(forcedMoves(problem).size).toBe(forced)
    expect(fewestMoves(referee, problem, 20)).toEqual({ kind })
  })

  test('are those that a repair makes, on made-up conferences after losses', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const made = madeUpConference({ sessions: 16, rooms: 4, days: 2, slotsPerDay: 5, attendees: 0 }, seed)
      const open = { ...made, sessions: made.sessions.map(({ plenary: _, published: __, ...one }) => one) }
      const placements = planConference(open, seed, { work: 2_000_000 }).placements
      const places = new Map(placements.map((place) => [place.session, { start: place.start, room: place.room }]))
      const sessions = open.sessions.flatMap((one) => {
        const published = places.get(one.id)
        return published ? [{ ...one, published }] : []
      })
      const order = (open.order ?? []).filter(({ before, after }) => places.has(before) && places.has(after))
      const problem = lose({ ...open, sessions, order, bookmarks: [], travelMinutes: 0 }, 2, seed)
      const plan = planConference(problem, seed, { work: 2_000_000 }, 'repair')
      if (plan.unplaced.length > 0) continue
      const now = new Map(plan.placements.map((place) => [place.session, place]))
      const moved = problem.sessions.filter(({ id, published }) => {
        const place = now.get(id)
        return place?.start !== published!.start || place.room !== published!.room
      }).length
      const minimum = fewestMoves(referee, problem, 20)
      if (minimum.kind === 'enough') expect({ seed, moved }).toEqual({ seed, moved: forcedMoves(problem).size })
      else expect(moved).toBeGreaterThan(forcedMoves(problem).size)
    }
  })
})
