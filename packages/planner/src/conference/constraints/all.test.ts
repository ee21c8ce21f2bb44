import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at, during, programmeOf, smallConference, standing } from '../../../test/small-conference.ts'
import { countWishes } from '../../checker/wishes.ts'
import { compile } from '../instance.ts'
import { madeUpConference } from '../made-up.ts'
import type { ConferenceProblem, SoftName } from '../problem.ts'
import { compileTerms, softConstraints } from './all.ts'

type Case = readonly [what: string, problem: ConferenceProblem, places: Record<string, string>, count: number]

/** Every case is counted by the engine's terms and by the checker, which shares no code with them. */
function judge(name: SoftName, cases: readonly Case[]): void {
  describe(name, () => {
    const weight = softConstraints.find((constraint) => constraint.name === name)!.defaultWeight
    test.each(cases)('%s', (_, problem, places, count) => {
      expect(programmeOf(problem, places, name).cost).toBe(count * weight)
      expect(countWishes(problem, standing(places))[name]).toBe(count)
    })
  })
}

const three = { a: {}, b: {}, c: {} }
const together = { a: '10:00 den', b: '10:00 room', c: '10:00 hall' }
const apart = { a: '10:00 den', b: '11:00 den', c: '12:00 den' }

judge('bookmark-clash', [
  ['two marked sessions at once', smallConference(three, { bookmarks: [{ sessions: ['a', 'b'] }] }), together, 1],
  [
    'three marked sessions are three pairs',
    smallConference(three, { bookmarks: [{ sessions: ['a', 'b', 'c'] }] }),
    together,
    3,
  ],
  ['one after the other', smallConference(three, { bookmarks: [{ sessions: ['a', 'b', 'c'] }] }), apart, 0],
  [
    'a quarter of an hour in common',
    smallConference(three, { bookmarks: [{ sessions: ['a', 'b'] }] }),
    { a: '10:00 den', b: '10:45 room' },
    1,
  ],
  [
    'twelve attendees who marked the same',
    smallConference(three, { bookmarks: [{ sessions: ['a', 'b'], count: 12 }] }),
    together,
    12,
  ],
  [
    'several attendees add up',
    smallConference(three, { bookmarks: [{ sessions: ['a', 'b'] }, { sessions: ['b', 'a', 'c'] }] }),
    together,
    4,
  ],
  [
    'a session marked twice is one',
    smallConference(three, { bookmarks: [{ sessions: ['a', 'a', 'b'] }] }),
    together,
    1,
  ],
])

judge('seats', [
  ['as many as there are seats', smallConference({ a: { demand: 50 } }), { a: '10:00 room' }, 0],
  ['every person too many counts', smallConference({ a: { demand: 63 } }), { a: '10:00 room' }, 13],
  ['nobody is expected', smallConference({ a: {} }), { a: '10:00 den' }, 0],
  [
    'a room without a number has seats for all',
    smallConference({ a: { demand: 1000 } }, { rooms: [{ id: 'park' }] }),
    { a: '10:00 park' },
    0,
  ],
])

const oneTrack = { a: { track: 'x' }, b: { track: 'x' }, c: { track: 'x' } }
judge('track-room', [
  ['all in one room', smallConference(oneTrack), apart, 0],
  ['every further room on a day', smallConference(oneTrack), together, 2],
  [
    'another room on another day',
    smallConference(oneTrack, {}, 2),
    { a: '1/10:00 den', b: '2/10:00 room', c: '2/11:00 room' },
    0,
  ],
  ['other tracks do not matter', smallConference({ a: { track: 'x' }, b: { track: 'y' }, c: {} }), together, 0],
])

judge('similar-parallel', [
  [
    'one topic in common',
    smallConference({ a: { topics: ['x', 'y'] }, b: { topics: ['y', 'z'] } }),
    { a: '10:00 den', b: '10:30 room' },
    1,
  ],
  [
    'each topic in common counts',
    smallConference({ a: { topics: ['x', 'y'] }, b: { topics: ['y', 'x'] } }),
    { a: '10:00 den', b: '10:00 room' },
    2,
  ],
  [
    'a topic named twice is one',
    smallConference({ a: { topics: ['x', 'x'] }, b: { topics: ['x'] } }),
    { a: '10:00 den', b: '10:00 room' },
    1,
  ],
  [
    'not in parallel',
    smallConference({ a: { topics: ['x'] }, b: { topics: ['x'] } }),
    { a: '10:00 den', b: '11:00 room' },
    0,
  ],
])

const oneTopic = { a: { topics: ['x'] }, b: { topics: ['x'] }, c: { topics: ['x'] } }
judge('topic-spread', [
  [
    'an even share, rounded up',
    smallConference(oneTopic, {}, 2),
    { a: '1/10:00 den', b: '1/11:00 den', c: '2/10:00 den' },
    0,
  ],
  ['one more than that', smallConference(oneTopic, {}, 2), { a: '1/10:00 den', b: '1/11:00 den', c: '1/12:00 den' }, 1],
  [
    'two more on three days',
    smallConference(oneTopic, {}, 3),
    { a: '2/10:00 den', b: '2/11:00 den', c: '2/12:00 den' },
    2,
  ],
  ['one day has no choice', smallConference(oneTopic), apart, 0],
])

judge('level-balance', [
  ['the same level at once', smallConference({ a: { level: 'start' }, b: { level: 'start' }, c: {} }), together, 1],
  [
    'three of the same level are three pairs',
    smallConference({ a: { level: 'x' }, b: { level: 'x' }, c: { level: 'x' } }),
    together,
    3,
  ],
  ['sessions without a level', smallConference(three), together, 0],
])

judge('language-balance', [
  [
    'the same language at once',
    smallConference({ a: { language: 'de' }, b: { language: 'de' }, c: { language: 'en' } }),
    together,
    1,
  ],
  [
    'the same language later',
    smallConference({ a: { language: 'de' }, b: { language: 'de' }, c: { language: 'de' } }),
    apart,
    0,
  ],
])

const ada = { a: { people: ['ada'] }, b: { people: ['ada'] }, c: { people: ['ada'] } }
judge('lone-session', [
  [
    'a speaker with one session on each of two days',
    smallConference({ a: ada.a, b: ada.b }, {}, 2),
    { a: '1/10:00 den', b: '2/10:00 den' },
    2,
  ],
  ['two on one day', smallConference({ a: ada.a, b: ada.b }, {}, 2), { a: '1/10:00 den', b: '1/12:00 den' }, 0],
  [
    'two on one day and one on the other',
    smallConference(ada, {}, 2),
    { a: '1/10:00 den', b: '1/12:00 den', c: '2/10:00 den' },
    1,
  ],
  ['somebody who has one session at all', smallConference({ a: ada.a }, {}, 2), { a: '1/10:00 den' }, 0],
  ['one day has no choice', smallConference({ a: ada.a, b: ada.b }), { a: '10:00 den', b: '12:00 den' }, 0],
  [
    'attendees count like speakers',
    smallConference(three, { bookmarks: [{ sessions: ['a', 'b'], count: 5 }] }, 2),
    { a: '1/10:00 den', b: '2/10:00 den' },
    10,
  ],
])

judge('long-run', [
  ['two in a row', smallConference(ada), { a: '10:00 den', b: '11:00 den', c: '14:00 den' }, 0],
  ['three in a row', smallConference(ada), { a: '10:00 den', b: '11:00 den', c: '12:00 den' }, 1],
  ['a quarter of an hour is no rest', smallConference(ada), { a: '10:00 den', b: '11:15 den', c: '12:30 den' }, 1],
  ['half an hour is', smallConference(ada), { a: '10:00 den', b: '11:00 den', c: '12:30 den' }, 0],
  [
    'whoever can bear only one',
    smallConference(ada, { inARow: 1 }),
    { a: '10:00 den', b: '11:00 den', c: '12:00 den' },
    2,
  ],
  ['whatever the order they are named in', smallConference(ada), { a: '12:00 den', b: '10:00 den', c: '11:00 den' }, 1],
])

const morning = { preferredTimes: [during('09:00-11:00'), during('14:00-15:00')] }
judge('preferred-time', [
  ['inside', smallConference({ a: morning }), { a: '10:00 den' }, 0],
  ['partly outside', smallConference({ a: morning }), { a: '10:15 den' }, 1],
  ['inside of another', smallConference({ a: morning }), { a: '14:00 den' }, 0],
  ['without any wish', smallConference({ a: { preferredTimes: [] } }), { a: '16:00 den' }, 0],
])

const notAtNoon = { undesiredTimes: [during('12:00-13:00'), during('12:30-13:30')] }
judge('undesired-time', [
  ['until then', smallConference({ a: notAtNoon }), { a: '11:00 den' }, 0],
  ['into it', smallConference({ a: notAtNoon }), { a: '11:15 den' }, 1],
  ['into two of them is one session', smallConference({ a: notAtNoon }), { a: '12:15 den' }, 1],
  ['from then on', smallConference({ a: notAtNoon }), { a: '13:30 den' }, 0],
])

judge('preferred-room', [
  ['one of them', smallConference({ a: { preferredRooms: ['hall', 'room'] } }), { a: '10:00 room' }, 0],
  ['none of them', smallConference({ a: { preferredRooms: ['hall', 'room'] } }), { a: '10:00 den' }, 1],
  ['without any wish', smallConference({ a: { preferredRooms: [] } }), { a: '10:00 den' }, 0],
])

judge('undesired-room', [
  ['another one', smallConference({ a: { undesiredRooms: ['hall'] } }), { a: '10:00 room' }, 0],
  ['that one', smallConference({ a: { undesiredRooms: ['hall', 'den'] } }), { a: '10:00 den' }, 1],
])

judge('speaker-days', [
  ['one day', smallConference(ada, {}, 3), { a: '2/10:00 den', b: '2/12:00 den', c: '2/14:00 den' }, 0],
  ['a night', smallConference(ada, {}, 3), { a: '2/10:00 den', b: '3/12:00 den', c: '2/14:00 den' }, 1],
  [
    'from the first day to the last, with nothing in between',
    smallConference(ada, {}, 3),
    { a: '1/10:00 den', b: '3/12:00 den', c: '3/14:00 den' },
    2,
  ],
])

const published = { published: { start: at('10:00'), room: 'room' } }
judge('published-change', [
  ['where it was', smallConference({ a: published }), { a: '10:00 room' }, 0],
  ['another room', smallConference({ a: published }), { a: '10:00 hall' }, 102],
  ['a quarter of an hour later', smallConference({ a: published }), { a: '10:15 room' }, 101],
  ['earlier counts like later', smallConference({ a: published }), { a: '09:00 room' }, 104],
  ['both', smallConference({ a: published }), { a: '11:00 den' }, 106],
  ['a day is as far as it gets', smallConference({ a: published }, {}, 3), { a: '3/10:00 room' }, 196],
  [
    'for ten people it is twice as bad',
    smallConference({ a: { ...published, affected: 10 } }),
    { a: '10:15 room' },
    202,
  ],
  ['never published', smallConference({ a: {} }), { a: '10:15 room' }, 0],
])

describe('all of them', () => {
  test('each has a name and a meaning of its own, and a weight', () => {
    expect(new Set(softConstraints.map(({ name }) => name)).size).toBe(softConstraints.length)
    expect(new Set(softConstraints.map(({ meaning }) => meaning)).size).toBe(softConstraints.length)
    for (const { name, defaultWeight } of softConstraints) {
      expect({ name, whole: Number.isInteger(defaultWeight) && defaultWeight > 0 }).toEqual({ name, whole: true })
    }
  })

  test('a weight of nothing switches a wish off, another one scales it', () => {
    const problem = (seats: number) => ({ ...smallConference({ a: { demand: 11 } }), weights: { seats } })
    const costs = [0, 1, 7].map((weight) => programmeOf(problem(weight), { a: '10:00 den' }, 'seats').cost)
    expect(costs).toEqual([0, 1, 7])
  })

  test('the terms of single wishes add up to the terms of all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), (seed) => {
        const problem = madeUpConference({ sessions: 12, rooms: 3, days: 2, slotsPerDay: 4, attendees: 6 }, seed)
        const instance = compile(problem)
        const all = compileTerms(instance)
        const single = softConstraints.map(({ name }) => compileTerms(instance, [name]))
        for (const part of ['time', 'room', 'change'] as const) {
          const sums = [...all[part]].map((_, i) => single.reduce((sum, terms) => sum + terms[part][i]!, 0))
          expect(sums).toEqual([...all[part]])
        }
        expect(single.reduce((sum, terms) => sum + terms.groups.length, 0)).toBe(all.groups.length)
        expect(single.reduce((sum, terms) => sum + terms.overlap.count, 0)).toBe(all.overlap.count)
      }),
      { numRuns: 20 },
    )
  })
})
