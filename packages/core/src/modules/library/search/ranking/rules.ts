import type { Plan, Slot } from '../plan/types.ts'
import type { ScoredDocument } from './types.ts'

/** With fewer documents than this that hold every word, those that hold at least half of them follow. */
const enough = 5

type Tally = { score: number; coverage: number; slots: number }

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
  const whole = slots.reduce((sum, slot) => sum + slot.weight, 0)
  const tallies = new Map<number, Tally>()
  for (const slot of slots) {
    const strengths = strengthsOf(slot, postings)
    const rarity = Math.log(1 + collectionSize / strengths.size)
    for (const [id, strength] of strengths) {
      const known = tallies.get(id) ?? { score: 0, coverage: 0, slots: 0 }
      known.score += strength * rarity * slot.weight
      known.coverage += slot.weight / whole
      known.slots++
      tallies.set(id, known)
    }
  }
  return tallies
}

/**
 * The documents that answer a plan, complete ones first: those that hold every word and, where they are few, those with at least half of the
 * words. Score: for each slot the best of its alternatives, times how rare what it asks for is (ln(1 + N/n)), times its
 * weight; the sum times the share of the query that the document covers.
 */
export function scoreDocuments(plan: Plan): ScoredDocument[] {
  const scored = Array.from(tally(plan), ([id, { score, coverage, slots }]) => ({
    id,
    score: score * coverage,
    coverage,
    isComplete: slots === plan.slots.length,
  }))
  const complete = scored.filter((document) => document.isComplete)
  const kept =
    complete.length >= enough ? complete : scored.filter(({ isComplete, coverage }) => isComplete || coverage >= 0.499)
  return kept.map(({ id, score, isComplete }) => ({ id, score, isComplete }))
}
