import { Random } from '../search/random.ts'
import type { TagWishes, TimefoldProblem, TimefoldTalk } from './problem.ts'

const hard = [
  'Room unavailable timeslot',
  'Room conflict',
  'Speaker unavailable timeslot',
  'Speaker conflict',
  'Talk prerequisite talks',
  'Talk mutually-exclusive-talks tags',
  'Consecutive talks pause',
  'Crowd control',
]
const soft = [
  'Theme track conflict',
  'Theme track room stability',
  'Sector conflict',
  'Audience type diversity',
  'Audience type theme track conflict',
  'Audience level diversity',
  'Content audience level flow violation',
  'Content conflict',
  'Language diversity',
  'Same day talks',
  'Popular talks',
  'Speaker makespan',
]
const tagged = (adjectives: readonly string[]): string[] =>
  ['Speaker', 'Talk'].flatMap((owner) =>
    ['timeslot', 'room'].flatMap((where) => adjectives.map((a) => `${owner} ${a} ${where} tags`)),
  )

/** A made-up problem of the Timefold family with something of every constraint in it: four days of four slots, four rooms. */
export function madeUpTimefold(talkCount: number, seed: number): TimefoldProblem {
  const random = new Random(seed)
  const some = (list: readonly string[], chance: number): string[] => list.filter(() => random.below(100) < chance)
  const wishes = (chance: number): TagWishes => ({
    reqSlot: some(['early'], chance),
    prefSlot: some(['early', 'late'], chance),
    prohSlot: some(['late'], chance),
    undSlot: some(['late'], chance),
    reqRoom: some(['large'], chance),
    prefRoom: some(['large', 'stream'], chance),
    prohRoom: some(['stream'], chance),
    undRoom: some(['stream'], chance),
  })
  const times = [
    ['09:00', '10:00'],
    ['10:30', '11:30'],
    ['11:00', '12:00'],
    ['14:00', '15:00'],
  ]
  const speakers = Array.from({ length: Math.ceil(talkCount * 0.7) }, (_, i) => ({
    name: `speaker ${i}`,
    ...wishes(5),
    unavailable: i % 8 === 0 ? [random.below(16)] : [],
  }))
  const talks = Array.from(
    { length: talkCount },
    (_, i): TimefoldTalk => ({
      code: `T${i}`,
      type: 'talk',
      speakers: [speakers[random.below(speakers.length)]!.name],
      theme: some(['cloud', 'law', 'data'], 40),
      sector: some(['town', 'county'], 30),
      audience: some(['leads', 'staff'], 60),
      level: 1 + random.below(3),
      content: some(['files', 'forms', 'maps', 'money'], 25),
      lang: random.below(3) === 0 ? 'en' : 'de',
      ...wishes(6),
      excl: i % 10 === 0 ? ['only one'] : [],
      prereq: i % 9 === 5 ? [`T${i - 1}`] : [],
      fav: random.below(1_000),
      crowd: i % 6 === 0 ? 1 : 0,
      pinned: i === 0,
      slot: i === 0 ? 1 : null,
      room: i === 0 ? 0 : null,
    }),
  )
  return {
    name: 'made up',
    pause: 45,
    weights: Object.fromEntries([
      ...[...hard, ...tagged(['required', 'prohibited'])].map((name, i) => [name, `${1 + (i % 10)}hard/0soft`]),
      ...[...soft, ...tagged(['preferred', 'undesired'])].map((name, i) => [name, `0hard/${1 + (i % 10)}soft`]),
    ]),
    timeslots: ['2030-05-06', '2030-05-07', '2030-05-08', '2030-05-09'].flatMap((day) =>
      times.map(([start, end], i) => ({
        day,
        start: start!,
        end: end!,
        types: i === 2 ? ['talk in the annexe'] : ['talk'],
        tags: i < 2 ? ['early'] : ['late'],
      })),
    ),
    rooms: [100, 300, 50, 200].map((cap, i) => ({
      name: `room ${i}`,
      cap,
      types: ['talk'],
      tags: i % 2 ? ['large'] : ['stream'],
      unavailable: i === 2 ? [3] : [],
    })),
    speakers,
    talks,
  }
}
