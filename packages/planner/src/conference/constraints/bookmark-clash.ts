import type { SoftConstraint } from './types.ts'

export const bookmarkClash: SoftConstraint = {
  name: 'bookmark-clash',
  meaning: 'one attendee has bookmarked or booked two sessions that run at the same time',
  defaultWeight: 10,
  contribute({ problem, sessionIndex }, weight, terms) {
    for (const { sessions, count = 1 } of problem.bookmarks ?? []) {
      const marked = [...new Set(sessions)].map((id) => sessionIndex.get(id)!)
      for (let a = 1; a < marked.length; a++) {
        for (let b = 0; b < a; b++) terms.overlap.add(marked[a]!, marked[b]!, weight * count)
      }
    }
  },
}
