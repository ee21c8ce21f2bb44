import { fold } from '../../../platform/german/fold.ts'
import type { RegisterLevel } from '../types.ts'
import { type RegisterInput, type SizeClass, sizeClasses } from './types.ts'

const upperBounds = [5_000, 10_000, 20_000, 50_000, 100_000, 500_000]

/**
 * The class that a population belongs to; a bound belongs to the class above it. The bounds are those at which the
 * BBSR tells rural municipality, small, medium-sized and large town apart by population (5,000; 20,000; 100,000) and
 * parts them (10,000; 50,000; 500,000); all of them are also bounds of the population classes in the Destatis register.
 */
export function sizeClassOf(population: number): SizeClass {
  const index = upperBounds.findIndex((bound) => population < bound)
  return sizeClasses[index < 0 ? upperBounds.length : index]!
}

const landNames: Readonly<Record<string, string>> = {
  '01': 'Schleswig-Holstein',
  '02': 'Hamburg',
  '03': 'Niedersachsen',
  '04': 'Bremen',
  '05': 'Nordrhein-Westfalen',
  '06': 'Hessen',
  '07': 'Rheinland-Pfalz',
  '08': 'Baden-Württemberg',
  '09': 'Bayern',
  '10': 'Saarland',
  '11': 'Berlin',
  '12': 'Brandenburg',
  '13': 'Mecklenburg-Vorpommern',
  '14': 'Sachsen',
  '15': 'Sachsen-Anhalt',
  '16': 'Thüringen',
}

/** The name of the Land with this two-digit key; the key itself where there is none. */
export function landName(land: string): string {
  return landNames[land] ?? land
}

/** The keys of all Länder in official order. */
export const landKeys: readonly string[] = Object.keys(landNames).sort()

/** The level that the length of a regional key stands for; null where no key has that length. */
export function levelOf(ars: string): RegisterLevel | null {
  const levels: Readonly<Record<number, RegisterLevel>> = {
    2: 'land',
    5: 'district',
    9: 'association',
    12: 'municipality',
  }
  return levels[ars.length] ?? null
}

/** The eight digits of a municipality's key (AGS): its regional key without the association. */
export function agsOf(ars: string): string | null {
  return ars.length === 12 ? ars.slice(0, 5) + ars.slice(9) : null
}

/** The form that names are compared in: words without case, accents or spelling of umlauts ("Köln" = "Koeln"). */
export function foldRegisterName(text: string): string {
  return text
    .split(/[\s\-/(),.]+/)
    .map(fold)
    .filter(Boolean)
    .join(' ')
}

/** What `input` is in the table, with the register's own parents read from its key. */
export function toRegisterRow(input: RegisterInput, asOf: string) {
  const { ars } = input
  return {
    ars,
    ags: input.ags,
    level: input.level,
    name: input.name,
    designation: input.designation,
    land: ars.slice(0, 2),
    district_ars: ars.length > 5 ? ars.slice(0, 5) : null,
    association_ars: ars.length === 12 ? ars.slice(0, 9) : null,
    population: input.population,
    area_km2: input.hectares === null ? null : input.hectares / 100,
    size_class: input.population === null ? null : sizeClassOf(input.population),
    folded: foldRegisterName(input.name),
    as_of: asOf,
  }
}
