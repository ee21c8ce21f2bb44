import { ProblemList, quoted } from '../schedule/problems.ts'
import type { Problem } from '../schedule/types.ts'

/** One area of the official register of municipalities. */
export type RegisterRow = {
  readonly level:
    | 'land'
    | 'government-region'
    | 'region'
    | 'district'
    | 'association'
    | 'municipality'
    | 'unincorporated'
  /** Amtlicher Regionalschlüssel, 2 digits (Land), 3 and 4 (below it), 5 (district), 9 (association) or 12. */
  readonly ars: string
  /** Amtlicher Gemeindeschlüssel, 8 digits; municipalities and unincorporated areas. */
  readonly ags: string | undefined
  /** As the register writes it, with its addition ("Kiel, Landeshauptstadt"). */
  readonly name: string
  /** What it is called in law ("Kreisfreie Stadt", "Markt"); where the key says no more, absent. */
  readonly designation: string | undefined
  /** ARS of the Land, 2 digits. */
  readonly land: string
  /** ARS of the district (Kreis or kreisfreie Stadt), 5 digits; districts, associations and municipalities. */
  readonly districtArs: string | undefined
  /** ARS of the association (Amt, Verbandsgemeinde …), 9 digits; associations and municipalities. */
  readonly associationArs: string | undefined
  /** Seat of the administration; Länder, regions and districts. */
  readonly seat: string | undefined
  /** Inhabitants; of the two lowest levels only, so that sums count nobody twice. */
  readonly population: number | undefined
  /** Hectares; of the two lowest levels only. */
  readonly areaHectares: number | undefined
  /** Post code of the seat of the administration; municipalities only. */
  readonly postCode: string | undefined
  /** Territorial status, `YYYY-MM-DD`. */
  readonly asOf: string
}

export type RegisterResult = { readonly rows: readonly RegisterRow[] | null; readonly problems: readonly Problem[] }

type Level = { readonly level: RegisterRow['level']; readonly arsLength: number }

const levels: Readonly<Record<string, Level>> = {
  '10': { level: 'land', arsLength: 2 },
  '20': { level: 'government-region', arsLength: 3 },
  '30': { level: 'region', arsLength: 4 },
  '40': { level: 'district', arsLength: 5 },
  '50': { level: 'association', arsLength: 9 },
  '60': { level: 'municipality', arsLength: 12 },
}

/** The text keys (Textkennzeichen) of Destatis' description of the file, in German because they are legal terms. */
const designations: Readonly<Record<string, string>> = {
  '41': 'Kreisfreie Stadt',
  '42': 'Stadtkreis',
  '43': 'Kreis',
  '44': 'Landkreis',
  '45': 'Regionalverband',
  '50': 'Verbandsfreie Gemeinde',
  '51': 'Amt',
  '52': 'Samtgemeinde',
  '53': 'Verbandsgemeinde',
  '54': 'Verwaltungsgemeinschaft',
  '55': 'Kirchspielslandgemeinde',
  '56': 'Verwaltungsverband',
  '58': 'Erfüllende Gemeinde',
  '60': 'Markt',
  '61': 'Kreisfreie Stadt',
  '62': 'Stadtkreis',
  '63': 'Stadt',
  '64': 'Kreisangehörige Gemeinde',
  '65': 'Gemeindefreies Gebiet, bewohnt',
  '66': 'Gemeindefreies Gebiet, unbewohnt',
  '67': 'Große Kreisstadt',
}

/**
 * Reads the fixed-width file GV100AD of the Federal Statistical Office (Gemeindeverzeichnis, all areas with population).
 * Every line has its place; one that is wrong is an error with its line and field, and then there are no rows. Never throws.
 */
export function readGv100ad(text: string): RegisterResult {
  const problems = new ProblemList()
  const rows: RegisterRow[] = []
  const seen = new Map<string, number>()
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const row = readLine(line, index + 1, problems)
    if (!row) continue
    const key = `${row.level} ${row.ars}`
    const known = seen.get(key)
    if (known)
      problems.error('register.ars_duplicate', `${key} is already in line ${known}`, { line: index + 1, field: 'ars' })
    else seen.set(key, index + 1)
    rows.push(row)
  }
  if (rows.length === 0 && !problems.hasError) problems.error('register.empty', 'The file has no areas', { line: 1 })
  return { rows: problems.hasError ? null : rows, problems: problems.result(null).problems }
}

function readLine(line: string, number: number, problems: ProblemList): RegisterRow | undefined {
  const place = (field: string) => ({ line: number, field })
  const kind = levels[line.slice(0, 2)]
  if (!kind) {
    problems.error('register.kind_unknown', `${quoted(line.slice(0, 2))} is no kind of record`, place('kind'))
    return undefined
  }
  const key = line.slice(10, 18)
  const isMunicipality = kind.level === 'municipality'
  // The register key puts the association between the district and the municipality.
  const ars = (kind.arsLength > 5 ? key.slice(0, 5) + line.slice(18, 22) + key.slice(5) : key).trimEnd()
  const name = line.slice(22, 72).trim()
  const text = line.slice(122, 124)
  const asOf = readDate(line.slice(2, 10))
  const counts = isMunicipality ? [line.slice(128, 139), line.slice(139, 150)] : []
  if (!new RegExp(`^\\d{${kind.arsLength}}$`).test(ars)) {
    problems.error('register.ars_invalid', `${quoted(ars)} does not have ${kind.arsLength} digits`, place('ars'))
  } else if (name === '') problems.error('register.name_missing', 'The area has no name', place('name'))
  else if (!asOf) problems.error('register.date_invalid', `${quoted(line.slice(2, 10))} is not a date`, place('asOf'))
  else if (!counts.every((count) => /^\d{11}$/.test(count))) {
    const found = quoted(counts.find((count) => !/^\d{11}$/.test(count)))
    problems.error('register.number_invalid', `${found} is not a number of 11 digits`, place('population'))
  } else {
    return {
      level: /^6[56]$/.test(text) ? 'unincorporated' : kind.level,
      ars,
      ags: isMunicipality ? key : undefined,
      name,
      designation: designations[text],
      land: ars.slice(0, 2),
      districtArs: kind.arsLength >= 5 ? ars.slice(0, 5) : undefined,
      associationArs: kind.arsLength >= 9 ? ars.slice(0, 9) : undefined,
      seat: line.slice(72, 122).trim() || undefined,
      areaHectares: isMunicipality ? Number(counts[0]) : undefined,
      population: isMunicipality ? Number(counts[1]) : undefined,
      postCode: (isMunicipality && /^\d{5}$/.exec(line.slice(165, 170))?.[0]) || undefined,
      asOf,
    }
  }
  return undefined
}

function readDate(digits: string): string | undefined {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  try {
    return Temporal.PlainDate.from(date).toString()
  } catch {
    return undefined
  }
}
