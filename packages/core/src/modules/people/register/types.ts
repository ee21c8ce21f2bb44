import type { RegisterLevel } from '../types.ts'

/** The seven classes of population that municipalities and counties are compared in; see `sizeClassOf`. */
export const sizeClasses = [
  'under-5000',
  '5000-10000',
  '10000-20000',
  '20000-50000',
  '50000-100000',
  '100000-500000',
  'from-500000',
] as const
export type SizeClass = (typeof sizeClasses)[number]

/** An entry of the official register as it is imported. */
export type RegisterInput = {
  /** Amtlicher Regionalschlüssel: 2 digits for a Land, 5 for a county, 9 for an association, 12 for a municipality. */
  readonly ars: string
  /** Amtlicher Gemeindeschlüssel, 8 digits; municipalities only. */
  readonly ags: string | null
  readonly level: RegisterLevel
  readonly name: string
  /** What stands behind the comma of the official name, or the kind of body ("Hansestadt", "Landkreis"). */
  readonly designation: string | null
  readonly population: number | null
  readonly hectares: number | null
}

/** An entry as a picker shows it: names repeat, even within a county, so what it belongs to stands beside it. */
export type RegisterEntry = {
  readonly ars: string
  readonly ags: string | null
  readonly level: RegisterLevel
  readonly name: string
  readonly designation: string | null
  readonly land: string
  readonly landName: string
  readonly districtName: string | null
  /** Amt, Verbandsgemeinde … that administers it, where the stored register names one. */
  readonly associationName: string | null
  readonly population: number | null
  readonly areaKm2: number | null
  readonly sizeClass: SizeClass | null
  /** The day whose borders and names it shows, `YYYY-MM-DD`. */
  readonly asOf: string
}

/** What an import did to the register. `vanished` entries are no longer offered but stay for what refers to them. */
export type RegisterImport = {
  readonly asOf: string
  readonly added: number
  readonly changed: number
  readonly vanished: number
  readonly municipalities: number
  readonly population: number
}
