import { DomainError } from '../../../kernel/errors.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import type { EnsuredPerson } from '../../people/persons/types.ts'
import type { SessionChange } from '../release/alone/types.ts'
import type { Programme, ProgrammeAppearance, ProgrammeSession } from '../types.ts'
import { changeBy, findReplaced, isPlanned } from './rules.ts'
import type { ReplacementInput } from './schema.ts'
import { findStandIn } from './standing-in/queries.ts'

/** What a replacement would do, or why there is nothing to do (`ReplacementOutcome` says what each means). */
export type PreparedReplacement =
  | {
      readonly kind: 'ready'
      readonly session: ProgrammeSession
      readonly appearance: ProgrammeAppearance
      readonly change: SessionChange
    }
  | { readonly kind: 'nobody' | 'present' | 'used' }

/**
 * Works out a replacement in `draft` and writes nothing. `named`: who a typed name is, whether or not they are stored yet.
 * Throws `session.not_found`, `reserve.not_found`, `person.not_found`.
 */
export async function prepareReplacement(
  db: Db,
  scope: EditionScope,
  draft: Programme,
  input: ReplacementInput,
  named: EnsuredPerson | null,
): Promise<PreparedReplacement> {
  const session = draft.sessions.find((one) => one.id === input.sessionId)
  if (!session) throw new DomainError('session.not_found', { id: input.sessionId })
  const replaced = new Set(findReplaced(session, input.appearanceId).map((held) => held.id))
  if (replaced.size === 0) return { kind: 'nobody' }
  const standIn = await findStandIn(db, scope, input.standIn, named)
  if (standIn.isUsed) return { kind: 'used' }
  const { appearance } = standIn
  if (isPlanned(session, appearance.personId)) return { kind: 'present' }
  return { kind: 'ready', session, appearance, change: changeBy(input, replaced, standIn) }
}
