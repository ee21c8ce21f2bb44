import type { SeriesScope } from '../../../kernel/scope.ts'
import type { PersonInput } from '../../people/persons/types.ts'
import type { SessionChange } from '../release/alone/types.ts'
import type { ProgrammeAppearance, ProgrammeSession } from '../types.ts'
import type { ReplacementInput } from './schema.ts'
import type { StandIn } from './types.ts'

/** A typed name as a person of the series, so that whoever is known there by it is recognised. */
export function toPersonInput({ seriesId }: SeriesScope, name: string): PersonInput {
  return { name, source: `series:${seriesId}` }
}

const speaks = ({ role }: ProgrammeAppearance) => role === 'speaker' || role === 'panelist'

/** Who of a session is to be replaced: the one that is named or, where nobody is, all who speak. */
export function findReplaced(session: ProgrammeSession, appearanceId: string | undefined): ProgrammeAppearance[] {
  const planned = session.appearances.filter((held) => held.state === 'planned')
  return planned.filter((held) => (appearanceId === undefined ? speaks(held) : held.id === appearanceId))
}

/**
 * The session with `standIn` in the place of `replaced`: who was planned stays as replaced, because history stays true; of
 * several the stand-in takes the first one's place and role, and the others are off. Whoever brings a title and an abstract
 * brings a contribution of their own, of which the other texts say nothing. A session that does not have any of them stays
 * as it is.
 */
export function standInAt(
  session: ProgrammeSession,
  replaced: ReadonlySet<string>,
  { appearance, title, abstract }: Omit<StandIn, 'isUsed'>,
): ProgrammeSession {
  const first = session.appearances.find((held) => held.state === 'planned' && replaced.has(held.id))
  if (!first) return session
  const appearances = session.appearances.flatMap((held): ProgrammeAppearance[] => {
    if (held === first)
      return [
        { ...held, state: 'replaced' },
        { ...appearance, role: held.role, replacesId: held.id },
      ]
    const isOff = held.state === 'planned' && replaced.has(held.id)
    return [isOff ? { ...held, state: 'cancelled' } : held]
  })
  const texts = title !== null && abstract !== null ? { subtitle: null, description: '' } : {}
  const titled = title === null ? {} : { title, titleIsGiven: true }
  return { ...session, ...texts, ...titled, abstract: abstract ?? session.abstract, appearances }
}

/** Whether this person is to come to the session, in whatever role. */
export function isPlanned(session: ProgrammeSession, personId: string | null | undefined): boolean {
  return session.appearances.some((held) => held.state === 'planned' && held.personId === personId)
}

/** What the stand-in makes of a session. Whoever stands in for one of several speaks about what it is about already. */
export function changeBy(input: ReplacementInput, replaced: ReadonlySet<string>, standIn: StandIn): SessionChange {
  const own = input.appearanceId === undefined ? standIn : { title: null, abstract: null }
  const title = input.title ?? own.title
  const abstract = input.abstract ?? own.abstract
  const appearance = { ...standIn.appearance, note: input.note ?? null }
  return (session) => standInAt(session, replaced, { appearance, title, abstract })
}
