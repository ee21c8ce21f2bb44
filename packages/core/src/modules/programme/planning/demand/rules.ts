import type { SessionNeeds } from '../../circumstances/types.ts'
import type { Programme, ProgrammeSession } from '../../types.ts'
import type { Demand, DemandBasis, EarlierInterest } from './types.ts'

/** People who come for each who has marked a session: not everybody marks, and not everybody lets it be counted. */
export const comePerMark = 1.5
/** Fewer marks than this say little, and earlier editions are asked first. */
const fewMarks = 5

type Known = {
  readonly needs: readonly SessionNeeds[]
  /** Session → how many have marked it. */
  readonly marks: ReadonlyMap<string, number>
  readonly earlier: readonly EarlierInterest[]
}

function countOf(basis: DemandBasis): number {
  return basis.kind === 'said' ? basis.count : Math.round(basis.count * basis.factor)
}

/** The topic of the session that drew most, in the latest edition that had one of its topics. */
function earlierOf(session: ProgrammeSession, earlier: readonly EarlierInterest[]): DemandBasis[] {
  const own = earlier.filter(({ topicId }) => session.topicIds.includes(topicId))
  const latest = own.filter(({ edition }) => edition === own[0]?.edition)
  const most = latest.reduce<EarlierInterest | undefined>((a, b) => (a && a.count >= b.count ? a : b), undefined)
  return most ? [{ kind: 'earlier', ...most, factor: comePerMark }] : []
}

function estimate(session: ProgrammeSession, { needs, marks, earlier }: Known): Demand | null {
  const said = needs.find((one) => one.sessionId === session.id)?.expectedCount ?? null
  const count = marks.get(session.id) ?? 0
  const marked: DemandBasis[] = count > 0 ? [{ kind: 'marked', count, factor: comePerMark }] : []
  const before = earlierOf(session, earlier)
  const learnt = count >= fewMarks ? [...marked, ...before] : [...before, ...marked]
  const bases: DemandBasis[] = said === null ? learnt : [{ kind: 'said', count: said }, ...learnt]
  return bases.length > 0 ? { expected: countOf(bases[0]!), bases } : null
}

/**
 * How many to expect at each session, as far as anything is known: what organisers have said; else what visitors have
 * marked; else what drew them to its topics before. `earlier` is given with the latest edition first.
 */
export function estimateDemand(programme: Programme, known: Known): ReadonlyMap<string, Demand> {
  return new Map(
    programme.sessions.flatMap((session) => {
      const demand = estimate(session, known)
      return demand ? [[session.id, demand] as const] : []
    }),
  )
}
