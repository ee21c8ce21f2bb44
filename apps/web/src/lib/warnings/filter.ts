import type { WarningFilter } from '@fachtag/core/modules/programme/warnings/report/types'
import type { Severity, WarningKind } from '@fachtag/core/modules/programme/warnings/types'
import { wordings } from './sentences.ts'

export const severities: readonly Severity[] = ['error', 'warning', 'hint']
export const warningKinds = Object.keys(wordings) as readonly WarningKind[]

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text)

/** What the address of the list of warnings asks for: `?schwere=`, `?art=`, `?reihe=` (slug). What is nonsense asks for nothing. */
export function readWarningFilter(
  query: URLSearchParams,
  tracks: readonly { readonly id: string; readonly slug: string }[],
): WarningFilter {
  return {
    severity: oneOf(severities, query.get('schwere')),
    kind: oneOf(warningKinds, query.get('art')),
    trackId: tracks.find((track) => track.slug === query.get('reihe'))?.id,
  }
}
