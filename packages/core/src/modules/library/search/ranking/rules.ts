import type { Plan, Slot } from '../plan/types.ts'
import type { ScoredDocument } from './types.ts'

/**
 * Whether a document that lacks some of the words still follows. With hardly any complete ones, half of the words will do;
 * with a page of them, those that hold more than half of what the query says, words counted by how rare they are.
 */
function follows(tally: Tally, complete: number): boolean {
  return (complete < 3 && tally.share >= 0.499) || (complete < 20 && tally.coverage > 0.5)
}

/** `share` counts the words of the query that a document holds, `coverage` what they say; both 0 to 1. */
type Tally = { score: number; coverage: number; share: number; slots: number }

/** For each document the best that any alternative of the slot says there. */
function strengthsOf(slot: Slot, postings: Plan['postings']): Map<number, number> {
  const strengths = new Map<number, number>()
  for (const [term, { factor }] of slot.alternatives) {
    const posting = postings.get(term)
    if (!posting) continue
    const { documents, impacts } = posting
    for (let i = 0; i < documents.length; i++) {
      const strength = impacts[i]! * factor
      const known = strengths.get(documents[i]!)
      if (known === undefined || known < strength) strengths.set(documents[i]!, strength)
    }
  }
  return strengths
}

function tally({ slots, postings, collectionSize }: Plan): Map<number, Tally> {
  const strengths = slots.map((slot) => strengthsOf(slot, postings))
  // What nothing answers tells documents apart as little as what everything answers.
  const rarities = strengths.map(({ size }) => (size === 0 ? 0 : Math.log(1 + collectionSize / size)))
  const whole = slots.reduce((sum, slot, i) => sum + slot.weight * rarities[i]!, 0)
  const weight = slots.reduce((sum, slot) => sum + slot.weight, 0)
  const tallies = new Map<number, Tally>()
  slots.forEach((slot, i) => {
    const worth = slot.weight * rarities[i]!
    for (const [id, strength] of strengths[i]!) {
      const known = tallies.get(id) ?? { score: 0, coverage: 0, share: 0, slots: 0 }
      known.score += strength * worth
      known.coverage += worth / whole
      known.share += slot.weight / weight
      known.slots++
      tallies.set(id, known)
    }
  })
  return tallies
}

/**
 * The documents that answer a plan, complete ones first: those that hold every word and, where they are few, those with
 * most of the query. Score: for each slot the best of its alternatives, times how rare what it asks for is (ln(1 + N/n)),
 * times its weight; the sum times the share of the query that the document covers.
 */
export function scoreDocuments(plan: Plan): ScoredDocument[] {
  const tallies = [...tally(plan)]
  const complete = tallies.filter(([, { slots }]) => slots === plan.slots.length)
  const partial = tallies.filter(([, tally]) => tally.slots < plan.slots.length && follows(tally, complete.length))
  return [...complete, ...partial].map(([id, { score, coverage, slots }]) => ({
    id,
    score: score * coverage,
    isComplete: slots === plan.slots.length,
  }))
}
