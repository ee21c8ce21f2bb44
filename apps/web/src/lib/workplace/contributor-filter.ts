import { type ContributorFilter, contributorLacks } from '@fachtag/core/modules/programme/logistics/contributors/types'
import { appearanceRoles } from '@fachtag/core/modules/programme/types'

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text)

/** What the address of the list of contributors asks for: `?rolle=`, `?fehlt=`, `?teilnahme=`. What is nonsense asks for nothing. */
export function readContributorFilter(query: URLSearchParams): ContributorFilter {
  return {
    role: oneOf(appearanceRoles, query.get('rolle')),
    lack: oneOf(['any', ...contributorLacks], query.get('fehlt')),
    mode: oneOf(['on-site', 'remote'], query.get('teilnahme')),
  }
}
