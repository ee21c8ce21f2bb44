import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'
import { foldRegisterName, landName } from './rules.ts'
import type { RegisterEntry, SizeClass } from './types.ts'

function selectEntries(db: Db) {
  return db
    .selectFrom('register_entries as entry')
    .leftJoin('register_entries as district', 'district.ars', 'entry.district_ars')
    .leftJoin('register_entries as association', 'association.ars', 'entry.association_ars')
    .select([
      'entry.ars',
      'entry.ags',
      'entry.level',
      'entry.name',
      'entry.designation',
      'entry.land',
      'district.name as districtName',
      'association.name as associationName',
      'entry.population',
      'entry.area_km2 as areaKm2',
      'entry.size_class as sizeClass',
      'entry.as_of as asOf',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number]

function toEntry(row: Row): RegisterEntry {
  return { ...row, landName: landName(row.land), sizeClass: row.sizeClass as SizeClass | null }
}

/** The entry with this regional key (ARS) or municipality key (AGS), also one that no longer exists. */
export async function findEntry(db: Db, key: string): Promise<RegisterEntry | null> {
  const row = await selectEntries(db)
    .where((or) => or.or([or('entry.ars', '=', key), or('entry.ags', '=', key)]))
    .orderBy('entry.as_of', 'desc')
    .executeTakeFirst()
  return row ? toEntry(row) : null
}

/** Those of `keys` (ARS) that no entry has. One query. */
export async function listUnknownKeys(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('register_entries').select('ars').where(sql<boolean>`ars = any(${keys})`).execute()
  const known = new Set(rows.map((row) => row.ars))
  return keys.filter((key) => !known.has(key))
}

/** How much of the register there is, and as of which day; null where there is none. */
export async function findRegisterState(
  db: Db,
): Promise<{ readonly asOf: string; readonly entries: number; readonly municipalities: number } | null> {
  const row = await db
    .selectFrom('register_entries')
    .select((of) => [
      of.fn.max('as_of').as('asOf'),
      of.fn.countAll<number>().as('entries'),
      of.fn.countAll<number>().filterWhere('level', '=', 'municipality').as('municipalities'),
    ])
    .executeTakeFirstOrThrow()
  return row.asOf ? { ...row, asOf: row.asOf } : null
}

type Wanted = { readonly level?: RegisterEntry['level'] | undefined; readonly limit?: number | undefined }

/**
 * Entries whose name contains `text` or is spelled much like it, however umlauts are written: the same name first, then
 * names that begin with it, then by population. Entries that no longer exist are left out. At most `limit` (20). One query.
 */
export async function searchRegister(db: Db, text: string, wanted: Wanted = {}): Promise<RegisterEntry[]> {
  const folded = foldRegisterName(text)
  if (!folded) return []
  let matching = selectEntries(db)
    .where(sql<boolean>`(entry.folded like ${`%${folded}%`} or entry.folded % ${folded})`)
    .where('entry.as_of', '=', (of) => of.selectFrom('register_entries').select((max) => max.fn.max('as_of').as('now')))
  if (wanted.level) matching = matching.where('entry.level', '=', wanted.level)
  const rows = await matching
    .orderBy(
      sql`case when entry.folded = ${folded} then 0 when starts_with(entry.folded, ${folded}) then 1
        when entry.folded like ${`%${folded}%`} then 2 else 3 end`,
    )
    .orderBy('entry.population', (order) => order.desc().nullsLast())
    .orderBy('entry.ars')
    .limit(wanted.limit ?? 20)
    .execute()
  return rows.map(toEntry)
}
