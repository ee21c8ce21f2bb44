import type { MappedRole } from '../../../../platform/oidc/role-mapping.ts'

/** How long somebody may take at the provider. */
export const attemptLifetime = Temporal.Duration.from({ minutes: 10 })

/** What the provider's word gives: the entries of the mapping whose value is among `values`, exactly as written. */
export function mappedRoles(mapping: readonly MappedRole[], values: readonly string[]): MappedRole[] {
  return mapping.filter(({ value }) => values.includes(value))
}
