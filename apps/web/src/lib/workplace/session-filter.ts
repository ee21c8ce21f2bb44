import { type DraftFilter, lacks } from '@fachtag/core/modules/programme/draft/list/types'
import { sessionTypes } from '@fachtag/core/modules/programme/types'

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text)

/** What the address of the list of sessions asks for: `?q=`, `?art=`, `?reihe=`, `?fehlt=`, `?entfernt`. What is nonsense asks for nothing. */
export function readSessionFilter(query: URLSearchParams): DraftFilter {
  const text = query.get('q')?.trim().slice(0, 200)
  return {
    text: text || undefined,
    type: oneOf(sessionTypes, query.get('art')),
    track: query.get('reihe')?.slice(0, 100) || undefined,
    lacks: oneOf(lacks, query.get('fehlt')),
    removed: query.has('entfernt'),
  }
}
