import type { SessionRule } from '../types.ts'

/** A panel or a workshop has nobody who leads it: no moderator and no host who is still planned. */
export const moderatorMissing: SessionRule<'moderator-missing'> = {
  kind: 'moderator-missing',
  severity: 'warning',
  of: 'session',
  find: ({ id, type, appearances }) => {
    if (type !== 'panel' && type !== 'workshop') return []
    const isLed = appearances.some((held) => held.state === 'planned' && ['moderator', 'host'].includes(held.role))
    return isLed ? [] : [{ about: [id], sessionIds: [id], facts: { type } }]
  },
}
