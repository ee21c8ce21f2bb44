import type { Circumstances } from '../circumstances/types.ts'
import type { Programme } from '../types.ts'
import { trackWarnings } from './tracking/rules.ts'
import type { Severity, Warning } from './types.ts'

/**
 * Everything that is worth a look in `programme`, given what the organisers know: as data, in a fixed order. What each kind
 * means says its rule, in the folder of its name; `rulebook` lists them. Warnings forbid nothing.
 */
export function findWarnings(programme: Programme, circumstances: Circumstances): Warning[] {
  return trackWarnings(programme, circumstances).all()
}

/** How many warnings there are of each severity. */
export function countSeverities(warnings: readonly Warning[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity) => warnings.filter((warning) => warning.severity === severity).length
  return { error: count('error'), warning: count('warning'), hint: count('hint') }
}
