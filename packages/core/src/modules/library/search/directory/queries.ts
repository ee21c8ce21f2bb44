import { sql } from 'kysely'
import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { plainTexts } from '../documents/rules.ts'
import type { SearchDocument } from '../documents/types.ts'

type PersonRow = {
  id: string
  slug: string
  name: string
  biography: LocalizedText
  other_names: string[]
  positions: string[]
  titles: string[]
  years: number[]
  lands: string[]
  topics: string[]
}

/** Everybody who appears in a published programme of a public edition, or is a contact of a series. */
export async function readPersonDocuments(db: Db): Promise<SearchDocument[]> {
  const found = await sql<PersonRow>`
    with held as materialized (
      select a.person_id, nullif(concat_ws(', ', a.function, coalesce(a.organisation_name, o.name)), '') as position,
        o.short_name, o.land::text as land, s.title, s.session_id, extract(year from e.starts_on)::integer as year
      from published_appearances a
      join published_sessions s on s.session_id = a.session_id
      join editions e on e.id = s.edition_id and e.visibility = 'public'
      left join organisations o on o.id = a.organisation_id
      where a.person_id is not null
      union all
      select c.person_id, nullif(concat_ws(', ', c.function, o.name), ''), o.short_name, o.land::text, null, null, null
      from contacts c left join organisations o on o.id = c.organisation_id where c.is_current
        and not exists (select from current_consents objection where objection.person_id = c.person_id
          and objection.kind = 'directory' and objection.state <> 'given')),
    gathered as (
      select person_id, array_agg(distinct position) filter (where position is not null) as positions,
        array_agg(distinct title) filter (where title is not null) as titles,
        array_agg(distinct year) filter (where year is not null) as years,
        array_agg(distinct land) filter (where land is not null) as lands,
        array_agg(distinct short_name) filter (where short_name is not null) as short_names,
        array_agg(distinct t.slug) filter (where t.slug is not null) as topics
      from held left join published_session_topics st on st.session_id = held.session_id
      left join topics t on t.id = st.topic_id group by person_id)
    select p.id, p.slug, concat_ws(' ', p.academic_title, p.name) as name, p.biography,
      array(select name from person_names where person_id = p.id) || coalesce(g.short_names, '{}') as other_names,
      coalesce(g.positions, '{}') as positions, coalesce(g.titles, '{}') as titles, coalesce(g.years, '{}') as years,
      coalesce(g.lands, '{}') as lands, coalesce(g.topics, '{}') as topics
    from gathered g join persons p on p.id = g.person_id order by p.id`.execute(db)
  return found.rows.map((row) => ({
    kind: 'person',
    refId: row.id,
    language: 'de',
    path: `/personen/${row.slug}`,
    title: { de: row.name },
    subtitle: {},
    people: row.positions.join('; '),
    names: row.other_names,
    lead: plainTexts(row.biography),
    body: { de: row.titles.join('\n') },
    edition: null,
    years: row.years,
    lands: row.lands,
    topics: row.topics,
  }))
}

type OrganisationRow = {
  id: string
  slug: string
  name: string
  description: LocalizedText
  other_names: string[]
  titles: string[]
  years: number[]
  land: string | null
}

/** Every organisation that somebody represents in a published programme, or that organises a public edition. */
export async function readOrganisationDocuments(db: Db): Promise<SearchDocument[]> {
  const found = await sql<OrganisationRow>`
    with held as materialized (
      select a.organisation_id, s.title, extract(year from e.starts_on)::integer as year
      from published_appearances a
      join published_sessions s on s.session_id = a.session_id
      join editions e on e.id = s.edition_id and e.visibility = 'public'
      where a.organisation_id is not null
      union all
      select eo.organisation_id, null, extract(year from e.starts_on)::integer
      from edition_organisers eo join editions e on e.id = eo.edition_id and e.visibility = 'public'),
    gathered as (
      select organisation_id, array_agg(distinct title) filter (where title is not null) as titles,
        array_agg(distinct year) filter (where year is not null) as years from held group by organisation_id)
    select o.id, o.slug, o.name, o.description, o.land::text as land,
      array(select name from organisation_names where organisation_id = o.id) || coalesce(o.short_name, '') as other_names,
      coalesce(g.titles, '{}') as titles, coalesce(g.years, '{}') as years
    from gathered g join organisations o on o.id = g.organisation_id order by o.id`.execute(db)
  return found.rows.map((row) => ({
    kind: 'organisation',
    refId: row.id,
    language: 'de',
    path: `/organisationen/${row.slug}`,
    title: { de: row.name },
    subtitle: {},
    people: '',
    names: row.other_names,
    lead: plainTexts(row.description),
    body: { de: row.titles.join('\n') },
    edition: null,
    years: row.years,
    lands: row.land ? [row.land] : [],
    topics: [],
  }))
}
