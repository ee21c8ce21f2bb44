import type { Catalogue } from './types.ts'

/** Every wording of each concept that one of `keys` names, with the concepts it stands for. */
export function relatedWordings({ concepts, wordings }: Catalogue, keys: readonly string[]): Map<string, string[]> {
  const related = new Map<string, string[]>()
  for (const concept of new Set(keys.flatMap((key) => concepts.get(key) ?? [])))
    for (const wording of wordings.get(concept) ?? []) related.set(wording, [...(related.get(wording) ?? []), concept])
  return related
}
