import type { RegisterRow } from '@fachtag/formats/register/gv100ad'
import type { RegisterInput } from '../types.ts'

type Sum = { population: number; hectares: number }

/** Population and area of every Land, county and association: the sums over the municipalities in it. */
function sumAbove(rows: readonly RegisterRow[]): ReadonlyMap<string, Sum> {
  const sums = new Map<string, Sum>()
  for (const { level, land, districtArs, associationArs, population = 0, areaHectares = 0 } of rows) {
    if (level !== 'municipality' && level !== 'unincorporated') continue
    for (const above of [land, districtArs, associationArs]) {
      if (above === undefined) continue
      const sum = sums.get(above) ?? { population: 0, hectares: 0 }
      sums.set(above, { population: sum.population + population, hectares: sum.hectares + areaHectares })
    }
  }
  return sums
}

/** "Kiel, Landeshauptstadt" → name and designation; the kind of body stands in where the name has no addition. */
function splitName(row: RegisterRow): Pick<RegisterInput, 'name' | 'designation'> {
  const comma = row.name.indexOf(', ')
  if (comma < 0) return { name: row.name, designation: row.designation ?? (row.level === 'land' ? 'Land' : null) }
  return { name: row.name.slice(0, comma), designation: row.name.slice(comma + 2) }
}

/** The records of the official file as entries of the register; administrative regions between Land and county are left out. */
export function toRegisterInputs(rows: readonly RegisterRow[]): RegisterInput[] {
  const sums = sumAbove(rows)
  return rows.flatMap((row) => {
    const { level, ars, ags = null } = row
    if (level === 'government-region' || level === 'region') return []
    const own = row.population === undefined ? sums.get(ars) : undefined
    const population = row.population ?? own?.population ?? null
    const hectares = row.areaHectares ?? own?.hectares ?? null
    return [{ ars, ags, level, ...splitName(row), population, hectares }]
  })
}
