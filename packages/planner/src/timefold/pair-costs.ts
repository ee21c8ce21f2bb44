import type { TimefoldProblem, TimefoldTalk } from './problem.ts'
import type { SlotTables } from './slots.ts'

/** How many values two lists have in common, each counted once however often it stands there. */
const shared = (a: readonly string[], b: readonly string[]): number =>
  new Set(a.filter((value) => b.includes(value))).size

/** What two talks cost by how their slots lie to each other; `flow` and `backFlow` by which ends before the other begins. */
type PairPrices = {
  readonly perOverlap: number
  readonly sameSlot: number
  readonly otherDay: number
  readonly tooClose: number
  readonly flow: number
  readonly backFlow: number
}

function pairPrices(
  a: TimefoldTalk,
  b: TimefoldTalk,
  minutesA: number,
  minutesB: number,
  price: (name: string) => number,
): PairPrices {
  const both = minutesA + minutesB
  const themes = shared(a.theme, b.theme)
  const contents = shared(a.content, b.content)
  const audiences = shared(a.audience, b.audience)
  const speakers = shared(a.speakers, b.speakers)
  const directed = (first: TimefoldTalk, second: TimefoldTalk): number =>
    both *
    ((first.level < second.level ? contents * price('Content audience level flow violation') : 0) +
      (second.prereq.includes(first.code) ? price('Talk prerequisite talks') : 0))
  return {
    perOverlap:
      themes * price('Theme track conflict') +
      shared(a.sector, b.sector) * price('Sector conflict') +
      themes * audiences * price('Audience type theme track conflict') +
      contents * price('Content conflict') +
      speakers * price('Speaker conflict') +
      shared(a.excl, b.excl) * price('Talk mutually-exclusive-talks tags'),
    sameSlot:
      -minutesA *
      (audiences * price('Audience type diversity') +
        (a.level !== b.level ? price('Audience level diversity') : 0) +
        (a.lang !== b.lang ? price('Language diversity') : 0)),
    otherDay: both * (themes + contents) * price('Same day talks'),
    tooClose: speakers > 0 ? both * price('Consecutive talks pause') : 0,
    flow: directed(a, b),
    backFlow: directed(b, a),
  }
}

/** The tables of all pairs: by slots, and what sharing a day in two rooms costs. */
export function pairCosts(
  problem: TimefoldProblem,
  tables: SlotTables,
  minutes: readonly number[],
  price: (name: string) => number,
): { timePairs: Int32Array; stability: Int32Array } {
  const { talks, timeslots } = problem
  const slots = timeslots.length
  const width = talks.length * slots
  const timePairs = new Int32Array(width * width)
  const stability = new Int32Array(talks.length * talks.length)
  talks.forEach((one, a) => {
    talks.forEach((two, b) => {
      if (a === b) return
      const found = pairPrices(one, two, minutes[a]!, minutes[b]!, price)
      const themes = shared(one.theme, two.theme)
      stability[a * talks.length + b] = themes * (minutes[a]! + minutes[b]!) * price('Theme track room stability')
      for (let s = 0; s < slots; s++) {
        for (let t = 0; t < slots; t++) {
          const at = s * slots + t
          timePairs[(a * slots + s) * width + b * slots + t] =
            found.perOverlap * tables.overlap[at]! +
            (s === t ? found.sameSlot : 0) +
            (tables.sameDay[at] === 0 ? found.otherDay : 0) +
            (tables.tooClose[at] === 1 ? found.tooClose : 0) +
            (tables.endsAfterStart[at] === 1 ? found.flow : 0) +
            (tables.endsAfterStart[t * slots + s] === 1 ? found.backFlow : 0)
        }
      }
    })
  })
  return { timePairs, stability }
}
