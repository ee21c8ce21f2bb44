import type { Locale } from '@fachtag/core/kernel/localized-text'
import { landName } from '@fachtag/core/modules/people/register/rules'

type LandTile = { readonly land: string; readonly short: string; readonly column: number; readonly row: number }

/** The Länder as squares of equal size, roughly where they lie: reach counts, not area. */
export const landTiles: readonly LandTile[] = [
  { land: '01', short: 'SH', column: 2, row: 0 },
  { land: '04', short: 'HB', column: 1, row: 1 },
  { land: '02', short: 'HH', column: 2, row: 1 },
  { land: '13', short: 'MV', column: 3, row: 1 },
  { land: '03', short: 'NI', column: 1, row: 2 },
  { land: '15', short: 'ST', column: 2, row: 2 },
  { land: '11', short: 'BE', column: 3, row: 2 },
  { land: '12', short: 'BB', column: 4, row: 2 },
  { land: '05', short: 'NW', column: 0, row: 3 },
  { land: '06', short: 'HE', column: 1, row: 3 },
  { land: '16', short: 'TH', column: 2, row: 3 },
  { land: '14', short: 'SN', column: 3, row: 3 },
  { land: '07', short: 'RP', column: 0, row: 4 },
  { land: '08', short: 'BW', column: 1, row: 4 },
  { land: '09', short: 'BY', column: 2, row: 4 },
  { land: '10', short: 'SL', column: 0, row: 5 },
]

const english: Readonly<Record<string, string>> = {
  '02': 'Hamburg',
  '03': 'Lower Saxony',
  '04': 'Bremen',
  '05': 'North Rhine-Westphalia',
  '06': 'Hesse',
  '07': 'Rhineland-Palatinate',
  '09': 'Bavaria',
  '10': 'Saarland',
  '13': 'Mecklenburg-Western Pomerania',
  '14': 'Saxony',
  '15': 'Saxony-Anhalt',
  '16': 'Thuringia',
}

/** The name of the Land with this two-digit key in `locale`. Some are the same in both languages. */
export function nameOfLand(land: string, locale: Locale): string {
  return (locale === 'en' && english[land]) || landName(land)
}
