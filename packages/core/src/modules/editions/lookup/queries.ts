import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { foldOrganisationName } from '../../people/organisations/rules.ts'
import { foldName } from '../../people/persons/names/rules.ts'
import { foldRegisterName } from '../../people/register/rules.ts'
import { foldTerm } from '../topics/rules.ts'
import type { LookupHit, LookupKind } from './types.ts'

const size = 8

/** A kind of thing: how its names are folded, and where they stand. */
type Source = {
  readonly fold: (text: string) => string
  /** Rows of `id`, `folded`. */
  readonly names: RawBuilder<unknown>
  /** `label` and `note` of the row `thing`. */
  readonly shown: RawBuilder<unknown>
  readonly things: RawBuilder<unknown>
}

const sources: Readonly<Record<LookupKind, Source>> = {
  person: {
    fold: foldName,
    names: sql`select person_id as id, folded from person_names`,
    shown: sql`concat_ws(' ', thing.academic_title, thing.name) as label,
      (select coalesce(organisations.name, shown.organisation_name) from published_appearances shown
        join published_sessions on published_sessions.session_id = shown.session_id
        left join organisations on organisations.id = shown.organisation_id
        where shown.person_id = thing.id order by published_sessions.day desc nulls last, shown.session_id limit 1) as note`,
    things: sql`persons`,
  },
  organisation: {
    fold: foldOrganisationName,
    names: sql`select organisation_id as id, folded from organisation_names`,
    shown: sql`thing.name as label, (select designation from register_entries where ars = thing.ars) as note`,
    things: sql`organisations`,
  },
  topic: {
    fold: foldTerm,
    names: sql`select topic_id as id, folded from topic_synonyms
      union all select id, lower(name ->> language) from topics, unnest(array['de', 'en']) as language`,
    shown: sql`coalesce(thing.name ->> 'de', thing.name ->> 'en') as label, null::text as note`,
    things: sql`topics`,
  },
  municipality: {
    fold: foldRegisterName,
    names: sql`select ars as id, folded from register_entries
      where as_of = (select max(as_of) from register_entries) and level <> 'land'`,
    shown: sql`thing.name as label, thing.designation || coalesce(', ' ||
      (select district.name from register_entries district where district.ars = thing.district_ars), '') as note`,
    things: sql`(select *, ars as id from register_entries)`,
  },
}

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/**
 * What of `kind` each of `texts` may mean, the likeliest first, eight at most; the answers stand in the order of the texts.
 * For whoever works with the directory of people and organisations. One query whatever their number.
 */
export async function lookUp(
  ctx: Context,
  kind: LookupKind,
  texts: readonly string[],
): Promise<readonly (readonly LookupHit[])[]> {
  ctx.authorize('directory.view', null)
  const { fold, names, shown, things } = sources[kind]
  const asked = JSON.stringify(
    texts.map((text, number) => {
      const [folded, plain] = [fold(text), text.trim().toLowerCase()]
      return { number, folded, plain, pattern: `%${literal(folded)}%` }
    }),
  )
  const { rows } = await sql<LookupHit & { number: number }>`
    with names as (${names})
    select asked.number, hit.*
    from jsonb_to_recordset(${asked}::jsonb) as asked (number integer, folded text, plain text, pattern text)
    cross join lateral (
      select meant.id, ${shown}, meant.is_exact as "isExact" from (
        select names.id, bool_or(folded in (asked.folded, asked.plain)) as is_exact,
          bool_or(starts_with(folded, asked.folded)) as is_prefix
        from names where asked.folded <> '' and (folded like asked.pattern or folded = asked.plain)
        group by names.id
      ) as meant join ${things} as thing on thing.id = meant.id
      order by meant.is_exact desc, meant.is_prefix desc, label, meant.id limit ${size}
    ) as hit
    order by asked.number`.execute(ctx.db as Db)
  const hits = Map.groupBy(rows, (row) => row.number)
  return texts.map((_, number) => (hits.get(number) ?? []).map(({ number: _number, ...hit }) => hit))
}
