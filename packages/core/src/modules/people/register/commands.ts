import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import type { Context } from '../../../platform/context/types.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { findRegisterState } from './queries.ts'
import { agsOf, levelOf, toRegisterRow } from './rules.ts'
import type { RegisterImport, RegisterInput } from './types.ts'

const seed = { file: new URL('../../../../data/register.csv', import.meta.url), asOf: '2023-11-30' }
const columns = [
  'ars',
  'ags',
  'level',
  'name',
  'designation',
  'land',
  'district_ars',
  'association_ars',
  'population',
  'area_km2',
  'size_class',
  'folded',
  'as_of',
] as const

async function writeEntries(db: Db, rows: readonly ReturnType<typeof toRegisterRow>[], known: 'update' | 'keep') {
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const content = (table: string) => sql.join(columns.slice(1, -1).map((column) => sql.ref(`${table}.${column}`)))
  const updates = sql.join(columns.slice(1).map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))
  const onConflict = known === 'update' ? sql`do update set ${updates}` : sql`do nothing`
  const counted = await sql<{ added: number; changed: number }>`
    with given as (select * from jsonb_populate_recordset(null::register_entries, ${JSON.stringify(rows)}::jsonb)),
    counts as (select count(*) filter (where stored.ars is null) as added,
        count(*) filter (where stored.ars is not null
          and (${content('given')}) is distinct from (${content('stored')})) as changed
      from given left join register_entries stored using (ars)),
    written as (insert into register_entries (${names}) select ${names} from given
      on conflict (ars) ${onConflict} returning 1)
    select added, changed from counts where (select count(*) from written) >= 0`.execute(db)
  return counted.rows[0]!
}

/**
 * Takes the whole register as it stood on `asOf`: adds and updates entries; those it no longer names are not offered any
 * more but stay for what refers to them. Throws `register.older` where a newer one is stored, `register.empty` for none.
 */
export async function importRegister(
  ctx: Context,
  input: { readonly asOf: string; readonly entries: readonly RegisterInput[] },
): Promise<RegisterImport> {
  ctx.authorize('register.import', null)
  const { asOf, entries } = input
  if (entries.length === 0) throw new DomainError('register.empty')
  return ctx.transaction(async (tx) => {
    await sql`lock table register_entries in share row exclusive mode`.execute(tx)
    const stored = await findRegisterState(tx)
    if (stored && stored.asOf > asOf) throw new DomainError('register.older', { stored: stored.asOf, given: asOf })
    const counts = await writeEntries(
      tx,
      entries.map((entry) => toRegisterRow(entry, asOf)),
      'update',
    )
    await touchPublication(tx)
    const after = await findRegisterState(tx)
    const people = entries.filter((entry) => entry.level === 'municipality' || entry.level === 'unincorporated')
    return {
      asOf,
      ...counts,
      vanished: (after?.entries ?? 0) - entries.length,
      municipalities: entries.filter((entry) => entry.level === 'municipality').length,
      population: people.reduce((sum, entry) => sum + (entry.population ?? 0), 0),
    }
  })
}

async function readSeed(): Promise<RegisterInput[]> {
  const lines = (await readFile(seed.file, 'utf8')).trim().split('\n').slice(1)
  return lines.map((line) => {
    const [ars = '', name = '', designation = '', population, hectares] = line.split(';')
    const level = levelOf(ars)
    if (!level) throw new Error(`register seed: no level for ${ars}`)
    return {
      ars,
      ags: agsOf(ars),
      level,
      name,
      designation,
      population: Number(population),
      hectares: Number(hectares),
    }
  })
}

/** Adds what the product itself knows of the register (all Länder and counties, some municipalities) where it is missing. */
export async function loadRegisterSeed(ctx: Context): Promise<{ readonly added: number }> {
  ctx.authorize('register.import', null)
  const entries = await readSeed()
  return ctx.transaction(async (tx) => {
    const { added } = await writeEntries(
      tx,
      entries.map((entry) => toRegisterRow(entry, seed.asOf)),
      'keep',
    )
    return { added }
  })
}
