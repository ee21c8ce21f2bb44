import type { ProgrammeSession } from '../../types.ts'

/** What replacing, cancelling and connecting change of a session. */
const fields = ['title', 'titleIsGiven', 'subtitle', 'abstract', 'description', 'state', 'appearances'] as const

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** An appearance without the words that follow from who is meant: their name may be written otherwise by now. */
function toFacts({ appearances }: ProgrammeSession) {
  return appearances.map(({ id, role, mode, state, replacesId }) => ({ id, role, mode, state, replacesId }))
}

/**
 * `session` with what led from `before` to `after` taken back, field by field: what somebody has changed since stays as they
 * made it. A session of which nothing is left to take back comes back as it is.
 */
export function takeBack(
  session: ProgrammeSession,
  before: ProgrammeSession,
  after: ProgrammeSession,
): ProgrammeSession {
  const fieldOf = (one: ProgrammeSession, field: (typeof fields)[number]) =>
    field === 'appearances' ? toFacts(one) : one[field]
  const back = fields.filter(
    (field) =>
      !isSame(fieldOf(before, field), fieldOf(after, field)) && isSame(fieldOf(session, field), fieldOf(after, field)),
  )
  if (back.length === 0) return session
  return { ...session, ...Object.fromEntries(back.map((field) => [field, before[field]])) }
}
