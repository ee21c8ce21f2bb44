import type { Db } from '../../../../platform/database/tables.ts'

/** What accounts are called, by id: the name of their person, else their own. One that is gone or has no name is not in it. One query. */
export async function nameAccounts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts')
    .leftJoin('persons', 'persons.id', 'accounts.person_id')
    .select((of) => ['accounts.id', of.fn.coalesce('persons.name', 'accounts.name').as('name')])
    .where('accounts.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}
