import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { findPersonScopes } from '../../involvement/queries.ts'
import type { Reach } from './types.ts'

type Row = { readonly personId: string; readonly hasAddress: boolean; readonly phone: string | null }

/** How these persons can be told, by their id. Two queries whatever their number. */
export async function listReach(
  ctx: Context,
  scope: EditionScope,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Reach>> {
  ctx.authorize('programme.edit', scope)
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return new Map()
  const [scopes, { rows }] = await Promise.all([
    findPersonScopes(ctx.db, ids),
    sql<Row>`
      select persons.id as "personId", nullif(phone, '') as phone, coalesce(email, '') <> ''
        or exists (select from accounts join account_addresses on account_id = accounts.id
          where accounts.person_id = persons.id and disabled_at is null) as "hasAddress"
      from persons left join person_contacts on person_contacts.person_id = persons.id
      where persons.id = any(${ids})`.execute(ctx.db),
  ])
  const open = new Set(scopes.filter((one) => ctx.may('person.contact', one)).map((one) => one.id))
  return new Map(
    rows.map((row) => [row.personId, { ...row, phone: open.has(row.personId) ? row.phone : null }] as const),
  )
}
