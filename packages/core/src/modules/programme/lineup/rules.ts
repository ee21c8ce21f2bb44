import type { ProgrammeAppearance } from '../types.ts'
import type { LineupEntry } from './types.ts'

/**
 * Who takes part in a session, in the given order. Somebody who was replaced stands with the person who came instead,
 * over as many replacements as there were; without a stand-in they keep a place of their own.
 */
export function resolveLineup(appearances: readonly ProgrammeAppearance[]): readonly LineupEntry[] {
  const byId = new Map(appearances.map((appearance) => [appearance.id, appearance]))
  const standIns = new Set(appearances.map((appearance) => appearance.replacesId))
  return appearances
    .filter((appearance) => appearance.state !== 'replaced' || !standIns.has(appearance.id))
    .map((appearance) => ({ appearance, standsInFor: trace(appearance, byId) }))
}

function trace(appearance: ProgrammeAppearance, byId: ReadonlyMap<string, ProgrammeAppearance>): ProgrammeAppearance[] {
  const chain: ProgrammeAppearance[] = []
  let replaced = appearance.replacesId === null ? undefined : byId.get(appearance.replacesId)
  while (replaced && replaced !== appearance && !chain.includes(replaced)) {
    chain.push(replaced)
    replaced = replaced.replacesId === null ? undefined : byId.get(replaced.replacesId)
  }
  return chain
}
