import type { Generated } from 'kysely'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { OrganisationKind, RegisterLevel } from './types.ts'

export interface PeopleTables {
  register_entries: {
    ars: string
    ags: string | null
    level: RegisterLevel
    name: string
    designation: string | null
    land: string
    district_ars: string | null
    association_ars: string | null
    population: number | null
    area_km2: number | null
    size_class: string | null
    folded: string
    as_of: string
  }
  organisations: {
    id: string
    revision: Generated<number>
    slug: string
    name: string
    short_name: string | null
    kind: OrganisationKind
    ars: string | null
    land: string | null
    country: Generated<string>
    website: string | null
    description: Generated<LocalizedText>
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  organisation_names: { organisation_id: string; name: string; folded: string }
  organisation_slugs: { slug: string; organisation_id: string; former_id: string }
  persons: {
    id: string
    revision: Generated<number>
    slug: string
    name: string
    academic_title: string | null
    given_name: string | null
    family_name: string | null
    sort_key: string
    biography: Generated<LocalizedText>
    website: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  person_names: { person_id: string; name: string; folded: string }
  person_references: { source: string; reference: string; person_id: string }
  person_slugs: { slug: string; person_id: string; former_id: string }
}

declare module '../../platform/database/tables.ts' {
  interface Tables extends PeopleTables {}
}
