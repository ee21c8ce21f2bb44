import type { BondRule } from '../types.ts'

/** A session begins before another is over that was asked to come first. Says nothing until both have a time. */
export const orderViolated: BondRule<'order-violated'> = {
  kind: 'order-violated',
  severity: 'warning',
  of: 'wish',
  find: (sessions, wishId, { wishes }) => {
    const wish = wishes.get(wishId)
    const first = sessions.find(({ session }) => session.id === wish?.firstSessionId)
    const then = sessions.find(({ session }) => session.id === wish?.thenSessionId)
    if (!first || !then || then.start >= first.end) return []
    const facts = { wishId, minutesTooEarly: first.end - then.start }
    return [{ about: [wishId], sessionIds: [first.session.id, then.session.id], facts }]
  },
}
