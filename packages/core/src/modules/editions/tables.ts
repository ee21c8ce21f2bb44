import type { Generated } from 'kysely'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import type { ImageType } from '../../platform/files/types.ts'
import type { CountQualifier, DateCertainty, DatePrecision, EditionState, OrganiserRole, Visibility } from './types.ts'

export interface EditionsTables {
  series: {
    id: string
    revision: Generated<number>
    slug: string
    name: string
    short_name: string | null
    claim: Generated<LocalizedText>
    description: Generated<LocalizedText>
    language: Generated<string>
    is_home: Generated<boolean>
    created_at: Generated<string>
  }
  venues: {
    id: string
    revision: Generated<number>
    name: string | null
    street: string | null
    postcode: string | null
    city: string
    ars: string | null
    land: string | null
    country: Generated<string>
    directions: Generated<LocalizedText>
  }
  sources: {
    id: string
    revision: Generated<number>
    series_id: string
    key: string
    title: string
    publisher_id: string | null
    url: string | null
    published_on: string | null
  }
  editions: {
    id: string
    revision: Generated<number>
    series_id: string
    slug: string
    number: number | null
    name: string
    motto: Generated<LocalizedText>
    description: Generated<LocalizedText>
    starts_on: string | null
    ends_on: string | null
    date_precision: Generated<DatePrecision>
    date_certainty: Generated<DateCertainty>
    date_source_id: string | null
    time_zone: Generated<string>
    state: Generated<EditionState>
    visibility: Generated<Visibility>
    venue_id: string | null
    accent: Generated<string>
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  edition_organisers: {
    edition_id: string
    organisation_id: string
    role: OrganiserRole
    note: Generated<LocalizedText>
    position: Generated<number>
  }
  edition_lands: { edition_id: string; land: string; is_largest: Generated<boolean>; source_id: string | null }
  announcements: {
    id: string
    revision: Generated<number>
    edition_id: string
    announces_edition_id: string | null
    starts_on: string
    certainty: DateCertainty
    source_id: string | null
  }
  attendance_figures: {
    id: string
    revision: Generated<number>
    edition_id: string
    session_key: string | null
    count: number
    qualifier: CountQualifier
    source_id: string | null
  }
  contacts: {
    id: string
    revision: Generated<number>
    series_id: string
    edition_id: string | null
    person_id: string
    organisation_id: string | null
    function: string | null
    email: string | null
    phone: string | null
    source_id: string | null
    is_current: Generated<boolean>
    position: Generated<number>
  }
  news_categories: { series_id: string; slug: string; name: LocalizedText }
  news: {
    id: string
    revision: Generated<number>
    series_id: string
    edition_id: string | null
    slug: string
    category: string | null
    title: LocalizedText
    summary: Generated<LocalizedText>
    body: Generated<LocalizedText>
    source_id: string | null
    published_on: string | null
    date_precision: Generated<'day' | 'month' | 'year'>
    visibility: Generated<Visibility>
    updated_at: Generated<string>
  }
  pages: {
    id: string
    revision: Generated<number>
    slug: string
    title: LocalizedText
    body: Generated<LocalizedText>
    updated_at: Generated<string>
  }
  tracks: {
    id: string
    revision: Generated<number>
    edition_id: string
    slug: string
    name: string
    colour: string | null
    position: Generated<number>
  }
  rooms: {
    id: string
    revision: Generated<number>
    edition_id: string
    slug: string
    name: string
    capacity: number | null
    description: string | null
    position: Generated<number>
  }
  topics: {
    id: string
    revision: Generated<number>
    slug: string
    name: LocalizedText
    description: Generated<LocalizedText>
  }
  images: {
    id: string
    revision: Generated<number>
    series_id: string
    name: string
    media_type: ImageType
    width: number
    height: number
    bytes: number
    sha256: string
    alternative: LocalizedText
    credit: string | null
    licence: string | null
    created_by: string | null
    created_at: Generated<string>
    updated_at: Generated<string>
  }
  topic_synonyms: { topic_id: string; term: string; folded: string }
  topic_slugs: { slug: string; topic_id: string; former_id: string }
}

declare module '../../platform/database/tables.ts' {
  interface Tables extends EditionsTables {}
}
