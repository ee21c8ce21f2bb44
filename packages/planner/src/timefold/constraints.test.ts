import { describe, expect, test } from 'vitest'
import { scoreTimefold } from '../checker/timefold.ts'
import { Random } from '../search/random.ts'
import { compile } from './instance.ts'
import { TimefoldLandscape } from './landscape.ts'
import { madeUpTimefold } from './made-up.ts'
import type { TagWishes, TimefoldProblem, TimefoldSpeaker, TimefoldTalk } from './problem.ts'

const noWishes: TagWishes = {
  reqSlot: [],
  prefSlot: [],
  prohSlot: [],
  undSlot: [],
  reqRoom: [],
  prefRoom: [],
  prohRoom: [],
  undRoom: [],
}
const slot = (day: number, start: string, end: string, tags: string[] = []) => ({
  day: `2030-05-0${day}`,
  start,
  end,
  types: ['talk'],
  tags,
})
/** Three hours on the first day, the second half an hour into the first; and one hour each on the second and the fifth. */
const timeslots = [
  slot(1, '09:00', '10:00', ['early']),
  slot(1, '09:30', '10:30'),
  slot(1, '11:00', '12:00', ['late']),
  slot(2, '09:00', '10:00'),
  slot(5, '09:00', '10:00'),
]
const rooms = [300, 100, 50].map((cap, i) => ({
  name: `room ${i}`,
  cap,
  types: ['talk'],
  tags: i === 0 ? ['large'] : ['stream'],
  unavailable: [],
}))

type Given = Partial<TimefoldTalk> & { readonly at: readonly [slot: number, room: number] }

/** The cost of talks pinned to their places, in matches of one constraint: as the engine has it, and as the checker does. */
function count(
  name: string,
  talks: readonly Given[],
  speakers: readonly Partial<TimefoldSpeaker>[] = [],
  some: Partial<TimefoldProblem> = {},
) {
  const names = Object.keys(madeUpTimefold(1, 1).weights)
  const problem: TimefoldProblem = {
    name: 'small',
    pause: 45,
    weights: Object.fromEntries(names.map((one) => [one, one === name ? '0hard/1soft' : '0hard/0soft'])),
    timeslots,
    rooms,
    speakers: [
      ...speakers.map((speaker) => ({ name: 'ada', unavailable: [], ...noWishes, ...speaker })),
      ...talks.flatMap((talk, i) => (talk.speakers ? [] : [{ name: `speaker ${i}`, unavailable: [], ...noWishes }])),
    ],
    talks: talks.map(({ at, ...talk }, i) => ({
      code: `T${i}`,
      type: 'talk',
      speakers: [`speaker ${i}`],
      theme: [],
      sector: [],
      audience: [],
      level: 1,
      content: [],
      lang: 'de',
      ...noWishes,
      excl: [],
      prereq: [],
      fav: 0,
      crowd: 0,
      ...talk,
      pinned: true,
      slot: at[0],
      room: at[1],
    })),
    ...some,
  }
  expect(names).toContain(name)
  const plan = { slot: talks.map(({ at }) => at[0]), room: talks.map(({ at }) => at[1]) }
  return {
    engine: new TimefoldLandscape(compile(problem), new Random(1)).cost,
    checker: 0 - scoreTimefold(problem, plan).soft,
  }
}

type Case = readonly [
  what: string,
  name: string,
  talks: readonly Given[],
  count: number,
  speakers?: readonly Partial<TimefoldSpeaker>[],
]

const one = (given: Partial<TimefoldTalk>, at: Given['at'] = [0, 0]): Given[] => [{ ...given, at }]
const two = (first: Partial<TimefoldTalk>, second: Partial<TimefoldTalk>, a: Given['at'], b: Given['at']): Given[] => [
  { ...first, at: a },
  { ...second, at: b },
]
const same = (given: Partial<TimefoldTalk>, a: Given['at'], b: Given['at']) => two(given, given, a, b)
const ada = { speakers: ['ada'] }

describe.each<readonly [string, readonly Case[]]>([
  [
    'what a talk asks for, minute by minute',
    [
      ['a required tag that is missing', 'Talk required timeslot tags', one({ reqSlot: ['early'] }, [2, 0]), 60],
      ['a required tag that is there', 'Talk required timeslot tags', one({ reqSlot: ['early'] }), 0],
      [
        'each preferred tag that is missing',
        'Talk preferred timeslot tags',
        one({ prefSlot: ['early', 'late', 'sunny'] }),
        120,
      ],
      ['a prohibited tag', 'Talk prohibited timeslot tags', one({ prohSlot: ['late'] }, [2, 0]), 60],
      ['an undesired tag', 'Talk undesired timeslot tags', one({ undSlot: ['late', 'early'] }, [2, 0]), 60],
      ['a room without what is required', 'Talk required room tags', one({ reqRoom: ['large'] }, [0, 1]), 60],
      [
        'a room without what is preferred',
        'Talk preferred room tags',
        one({ prefRoom: ['large', 'stream'] }, [0, 1]),
        60,
      ],
      ['a prohibited room', 'Talk prohibited room tags', one({ prohRoom: ['stream'] }, [0, 1]), 60],
      ['an undesired room', 'Talk undesired room tags', one({ undRoom: ['stream'] }, [0, 0]), 0],
    ],
  ],
  [
    'what its speakers ask for',
    [
      ['a required time', 'Speaker required timeslot tags', one(ada, [2, 0]), 60, [{ reqSlot: ['early'] }]],
      ['a preferred time', 'Speaker preferred timeslot tags', one(ada, [0, 0]), 60, [{ prefSlot: ['late'] }]],
      ['a prohibited time', 'Speaker prohibited timeslot tags', one(ada, [2, 0]), 60, [{ prohSlot: ['late'] }]],
      ['an undesired room', 'Speaker undesired room tags', one(ada, [2, 2]), 60, [{ undRoom: ['stream'] }]],
      [
        'each speaker for themselves',
        'Speaker required room tags',
        one({ speakers: ['ada', 'bob'] }, [0, 1]),
        120,
        [{ reqRoom: ['large'] }, { name: 'bob', reqRoom: ['large'] }],
      ],
      ['not to be away', 'Speaker unavailable timeslot', one(ada, [2, 0]), 60, [{ unavailable: [2, 3] }]],
      ['one thing at a time', 'Speaker conflict', same(ada, [0, 0], [1, 1]), 30, [{}]],
      ['a pause', 'Consecutive talks pause', same(ada, [1, 0], [2, 0]), 120, [{}]],
      ['a pause that is long enough', 'Consecutive talks pause', same(ada, [0, 0], [2, 0]), 0, [{}]],
      ['no pause over night', 'Consecutive talks pause', same(ada, [2, 0], [3, 0]), 0, [{}]],
      ['no days in between', 'Speaker makespan', same(ada, [0, 0], [4, 0]), 3 * 480, [{}]],
      ['two days in a row', 'Speaker makespan', same(ada, [0, 0], [3, 0]), 0, [{}]],
    ],
  ],
  [
    'what two talks do to each other',
    [
      ['a theme at the same time', 'Theme track conflict', same({ theme: ['law'] }, [0, 0], [0, 1]), 60],
      ['a theme for half the time', 'Theme track conflict', same({ theme: ['law'] }, [0, 0], [1, 1]), 30],
      ['two themes', 'Theme track conflict', same({ theme: ['law', 'data'] }, [0, 0], [0, 1]), 120],
      ['a theme named twice', 'Theme track conflict', same({ theme: ['law', 'law'] }, [0, 0], [0, 1]), 60],
      ['other themes', 'Theme track conflict', two({ theme: ['law'] }, { theme: ['data'] }, [0, 0], [0, 1]), 0],
      ['a sector at the same time', 'Sector conflict', same({ sector: ['town'] }, [0, 0], [0, 1]), 60],
      ['contents at the same time', 'Content conflict', same({ content: ['files', 'maps'] }, [0, 0], [0, 1]), 120],
      [
        'a theme for one audience',
        'Audience type theme track conflict',
        same({ theme: ['law'], audience: ['leads', 'staff'] }, [0, 0], [0, 1]),
        120,
      ],
      [
        'talks that exclude each other',
        'Talk mutually-exclusive-talks tags',
        same({ excl: ['x'] }, [0, 0], [1, 1]),
        30,
      ],
      ['a theme in two rooms of a day', 'Theme track room stability', same({ theme: ['law'] }, [0, 0], [2, 1]), 120],
      ['a theme in two rooms of two days', 'Theme track room stability', same({ theme: ['law'] }, [0, 0], [3, 1]), 0],
      [
        'what belongs together on two days',
        'Same day talks',
        same({ theme: ['law'], content: ['files'] }, [0, 0], [3, 0]),
        240,
      ],
      [
        'what belongs together on one day',
        'Same day talks',
        same({ theme: ['law'], content: ['files'] }, [0, 0], [2, 0]),
        0,
      ],
    ],
  ],
  [
    'what is good about two talks in one slot',
    [
      ['something for one audience', 'Audience type diversity', same({ audience: ['leads'] }, [0, 0], [0, 1]), -60],
      ['two levels', 'Audience level diversity', two({ level: 1 }, { level: 2 }, [0, 0], [0, 1]), -60],
      ['one level', 'Audience level diversity', same({ level: 2 }, [0, 0], [0, 1]), 0],
      ['two languages', 'Language diversity', two({ lang: 'de' }, { lang: 'en' }, [0, 0], [0, 1]), -60],
      ['two languages in two slots', 'Language diversity', two({ lang: 'de' }, { lang: 'en' }, [0, 0], [1, 1]), 0],
    ],
  ],
  [
    'what comes before what',
    [
      [
        'the harder one first',
        'Content audience level flow violation',
        two({ level: 2, content: ['files'] }, { level: 1, content: ['files'] }, [0, 0], [2, 0]),
        120,
      ],
      [
        'the easier one first',
        'Content audience level flow violation',
        two({ level: 1, content: ['files'] }, { level: 2, content: ['files'] }, [0, 0], [2, 0]),
        0,
      ],
      [
        'both at once',
        'Content audience level flow violation',
        two({ level: 1, content: ['files'] }, { level: 2, content: ['files'] }, [0, 0], [0, 1]),
        120,
      ],
      ['what is needed first comes first', 'Talk prerequisite talks', two({}, { prereq: ['T0'] }, [0, 0], [2, 0]), 0],
      ['what is needed first comes later', 'Talk prerequisite talks', two({}, { prereq: ['T0'] }, [3, 0], [2, 0]), 120],
      ['what is needed first is not over', 'Talk prerequisite talks', two({}, { prereq: ['T0'] }, [0, 0], [1, 1]), 120],
    ],
  ],
  [
    'what many want',
    [
      ['the favourite in the smaller room', 'Popular talks', two({ fav: 9 }, { fav: 1 }, [0, 1], [3, 0]), 120],
      ['the favourite in the larger room', 'Popular talks', two({ fav: 9 }, { fav: 1 }, [0, 0], [3, 1]), 0],
      ['equally wanted', 'Popular talks', same({ fav: 5 }, [0, 0], [3, 1]), 0],
      ['two crowds in a slot', 'Crowd control', same({ crowd: 1 }, [0, 0], [0, 1]), 0],
      ['three crowds in a slot', 'Crowd control', [0, 1, 2].map((room) => ({ crowd: 1, at: [0, room] as const })), 180],
    ],
  ],
])('%s', (_, cases) => {
  const named = cases.map(([what, name, talks, expected, speakers]) => ({ what, name, talks, expected, speakers }))
  test.each(named)('$what', ({ name, talks, expected, speakers }) => {
    expect(count(name, talks, speakers)).toEqual({ engine: expected, checker: expected })
  })
})

test('a closed room counts where a talk is pinned into it, and is otherwise never entered', () => {
  const closed = rooms.map((room, i) => ({ ...room, unavailable: i === 0 ? [0] : [] }))
  expect(count('Room unavailable timeslot', one({}), [], { rooms: closed }).checker).toBe(60)
  const problem = madeUpTimefold(20, 1)
  const { cellsOf } = compile(problem)
  problem.talks.forEach((_, talk) => {
    for (const cell of cellsOf[talk]!) {
      const [slotIndex, room] = [Math.floor(cell / 4), problem.rooms[cell % 4]!]
      expect(room.unavailable).not.toContain(slotIndex)
    }
  })
})

test('two talks in one room at overlapping times are a conflict', () => {
  expect(count('Room conflict', same({}, [0, 0], [1, 0])).checker).toBe(30)
})
