import { inAnyOrder, isPause, overlapOf, overlappingPairs } from '../spans/rules.ts'
import type { BondRule, Placed } from '../types.ts'

function commonTopics(a: Placed, b: Placed): string[] {
  return a.session.topicIds.filter((id) => b.session.topicIds.includes(id)).sort()
}

/**
 * Two parallel sessions are about the same: they share at least half of the topics of the one that has fewer. What is for
 * everybody has nothing beside it to be chosen.
 */
export const similarTopicsInParallel: BondRule<'similar-topics-in-parallel'> = {
  kind: 'similar-topics-in-parallel',
  severity: 'hint',
  of: 'topic',
  find: (sessions, topicId) =>
    overlappingPairs(sessions.filter((one) => !one.session.isPlenary && !isPause(one))).flatMap(([a, b]) => {
      const topicIds = commonTopics(a, b)
      const fewer = Math.min(a.session.topicIds.length, b.session.topicIds.length)
      // Two sessions with several topics in common meet under each of them; the first tells it.
      if (topicIds[0] !== topicId || topicIds.length * 2 < fewer) return []
      const facts = { topicIds, overlapMinutes: overlapOf(a, b) }
      return [{ about: inAnyOrder(a, b), sessionIds: [a.session.id, b.session.id], facts }]
    }),
}
