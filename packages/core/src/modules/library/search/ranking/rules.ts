import type { Facts } from '../catalogue/types.ts'
import { countFacets, groupDocuments, passesFilters } from '../facets/rules.ts'
import type { Plan, Slot } from '../plan/types.ts'
import type { SearchKind } from '../types.ts'
import type { Filters, Page, Ranking, ScoredDocument } from './types.ts'

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

/** `documents` without those that hold a word the query excludes. */
export function withoutExcluded(
  { query, postings }: Plan,
  documents: readonly ScoredDocument[],
): readonly ScoredDocument[] {
  if (query.excluded.length === 0) return documents
  const excluded = new Set(query.excluded.flatMap((term) => postings.get(term)?.documents ?? []))
  return documents.filter(({ id }) => !excluded.has(id))
}

/** In hundredths: kinds that a reader rather wants, everything else being equal. */
const kindWeights: Readonly<Record<SearchKind, number>> = {
  topic: 105,
  session: 100,
  person: 100,
  organisation: 100,
  edition: 95,
  recap: 90,
  news: 90,
  material: 80,
  page: 70,
}
/** Each year of age costs a hundredth, up to this many. What has no date counts as middle-aged. */
const mostAge = 10
const ageOfUndated = 5

/** What a score counts for among others, as a whole number, so that equal ranks are equal. */
function worthOf({ kind, latestYear }: Facts, newest: number): number {
  const age = latestYear === null ? ageOfUndated : Math.min(mostAge, newest - latestYear)
  return kindWeights[kind] * (100 - age)
}

/**
 * One page of scored documents under the filters: best first, by score, kind and age, the first written first among
 * equals. Age is counted from the newest document that answers, filtered or not, so that filters change no order.
 */
export function rankDocuments(
  documents: readonly ScoredDocument[],
  facts: ReadonlyMap<number, Facts>,
  filters: Filters,
  { limit, offset }: Page,
): Ranking {
  const groups = groupDocuments(documents, facts, filters)
  const newest = Math.max(...groups.map((group) => group.facts.latestYear ?? Number.NEGATIVE_INFINITY))
  const hits = groups
    .filter(({ passes }) => passesFilters(passes))
    .flatMap((group) => {
      const worth = worthOf(group.facts, newest)
      return group.documents.map(({ id, score, isComplete }) => ({ id, isComplete, rank: Math.round(score) * worth }))
    })
    .sort((a, b) => b.rank - a.rank || a.id - b.id)
  const page = hits.slice(offset, offset + limit).map(({ id, isComplete }) => ({ id, isComplete }))
  return { total: hits.length, page, facets: countFacets(groups) }
}
