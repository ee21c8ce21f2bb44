import type { Warning } from '../types.ts'
import type { Acceptance } from './types.ts'

/** The facts of a warning as one text: equal texts, equal facts. */
export function fingerprintOf(warning: Warning): string {
  return JSON.stringify(warning.facts)
}

export type SortedWarnings = {
  /** To be looked at; `former` was accepted when its facts were others. */
  readonly open: readonly { readonly warning: Warning; readonly former: Acceptance | null }[]
  readonly accepted: readonly { readonly warning: Warning; readonly acceptance: Acceptance }[]
}

/** Parts the warnings that somebody has accepted from those that nobody has, or not as they are now. */
export function sortWarnings(warnings: readonly Warning[], acceptances: readonly Acceptance[]): SortedWarnings {
  const byKey = new Map(acceptances.map((one) => [one.key, one]))
  const judged = warnings.map((warning) => {
    const acceptance = byKey.get(warning.key) ?? null
    return { warning, acceptance, holds: acceptance?.fingerprint === fingerprintOf(warning) }
  })
  return {
    open: judged.flatMap(({ warning, acceptance, holds }) => (holds ? [] : [{ warning, former: acceptance }])),
    accepted: judged.flatMap(({ warning, acceptance, holds }) =>
      holds && acceptance ? [{ warning, acceptance }] : [],
    ),
  }
}
