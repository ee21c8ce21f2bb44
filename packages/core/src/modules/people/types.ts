/** What sort of body an organisation is. `it-provider` is a municipal IT service provider. */
export const organisationKinds = [
  'municipality',
  'district',
  'land',
  'federal',
  'it-provider',
  'association',
  'university',
  'research',
  'company',
  'other',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** The levels of the official register (GV100AD): Land, Kreis, Gemeindeverband, Gemeinde, gemeindefreies Gebiet. */
export const registerLevels = ['land', 'district', 'association', 'municipality', 'unincorporated'] as const
export type RegisterLevel = (typeof registerLevels)[number]
