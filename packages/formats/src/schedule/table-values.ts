import type { Cell } from '../table/types.ts'
import { dateOf, timeOfDay } from './wall-time.ts'

const months = ['jan', 'feb', 'mär', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dez']
/** Nobody writes a date or a time longer; keeps a wrong cell from being searched for one. */
const longestCell = 100

const otherMonths: Readonly<Record<string, number>> = { mrz: 3, mar: 3, may: 5, oct: 10, dec: 12, jän: 1 }

/**
 * A date as people in Germany type it: `27.11.2024`, `27.11.24`, `Mi., 27. November 2024`, ISO 8601, or a date cell.
 * `undefined` when it is none. Two digits of a year mean this century.
 */
export function dateInWords(cell: Cell): string | undefined {
  if (cell instanceof Date) return dateOf(cell.toISOString())
  if (typeof cell !== 'string' || cell.length > longestCell) return undefined
  const text = cell.trim().replace(/^(?:mo|di|mi|do|fr|sa|so|tue?|wed?|thu?|sun?)\p{L}*\.?,?\s+/iu, '')
  const numeric = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(text)
  if (numeric) return calendarDate(numeric[3]!, Number(numeric[2]), numeric[1]!)
  const written = /^(\d{1,2})\.?\s+(\p{L}{3,})\.?\s+(\d{4}|\d{2})$/u.exec(text)
  if (written) return calendarDate(written[3]!, monthOf(written[2]!), written[1]!)
  return dateOf(text)
}

/** Begin and, where the cell names one, end: `9:00`, `09.00 Uhr`, `9 Uhr`, `9:30–10:15 Uhr`, or a time cell. */
export function timesInWords(cell: Cell): { start: string; end?: string | undefined } | undefined {
  if (cell instanceof Date) return { start: cell.toISOString().slice(11, 16) }
  if (typeof cell === 'number') return cell >= 0 && cell < 1 ? { start: clock(Math.round(cell * 1440)) } : undefined
  if (typeof cell !== 'string' || cell.length > longestCell) return undefined
  const [first, second, ...rest] = cell.replaceAll(/\b(uhr|h)\b/gi, ' ').split(/\s*(?:[-–—]|\bbis\b|\bto\b)\s*/i)
  const start = singleTime(first ?? '')
  const end = second === undefined ? undefined : singleTime(second)
  return start === undefined || rest.length > 0 || (second !== undefined && end === undefined)
    ? undefined
    : { start, end }
}

/** Day and time in one cell: `27.11.2024 9:00`, `27. November 2024, 9 Uhr`, ISO 8601 without offset, or a date cell with a time. */
export function dateAndTimeInWords(cell: Cell): { day: string; start: string; end?: string | undefined } | undefined {
  if (cell instanceof Date) {
    const day = dateInWords(cell)
    return day && day > '1900' ? { day, ...timesInWords(cell)! } : undefined
  }
  if (typeof cell !== 'string' || cell.length > longestCell) return undefined
  const match = /^(.*\d)(?:T|, ?| )(?:um )?(\d{1,2}(?:[:.]\d{2}| ?Uhr).*)$/.exec(cell.trim())
  const day = match ? dateInWords(match[1]!) : undefined
  const times = match ? timesInWords(match[2]!) : undefined
  return day && times ? { day, ...times } : undefined
}

/** Minutes: `45`, `45 Min.`, `0:45`, `1,5 Std.`, `1 h 30 min`, a number, or a time cell. `undefined` when it is none. */
export function minutesInWords(cell: Cell): number | undefined {
  if (cell instanceof Date) return cell.getUTCHours() * 60 + cell.getUTCMinutes()
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= 0 ? cell : cell > 0 && cell < 1 ? Math.round(cell * 1440) : undefined
  if (typeof cell !== 'string' || cell.length > longestCell) return undefined
  const text = cell.trim().toLowerCase()
  const clockLike = /^(\d{1,3}):([0-5]\d)(?::00)?(?:\s*(?:h|std\.?|stunden?))?$/.exec(text)
  if (clockLike) return Number(clockLike[1]) * 60 + Number(clockLike[2])
  const words =
    /^(?:(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|std\.?|stunden?|hours?))?\s*(?:(\d{1,5})\s*(?:min\.?|minuten|minutes?|')?)?$/.exec(
      text,
    )
  if (!words || (words[1] === undefined && words[2] === undefined)) return undefined
  return Math.round(Number((words[1] ?? '0').replace(',', '.')) * 60) + Number(words[2] ?? 0)
}

/** `ja`, `x`, `1` and their like; `undefined` for what is neither yes nor no. */
export function yesOrNo(cell: Cell): boolean | undefined {
  if (typeof cell === 'boolean') return cell
  const text = String(cell ?? '')
    .trim()
    .toLowerCase()
  if (['ja', 'j', 'x', 'yes', 'y', 'wahr', 'true', '1'].includes(text)) return true
  return ['nein', 'n', 'no', 'falsch', 'false', '0'].includes(text) ? false : undefined
}

/** A language tag, or the German or English name of a language common at German conferences. */
export function languageInWords(text: string): string {
  const names: Readonly<Record<string, string>> = {
    deutsch: 'de',
    german: 'de',
    englisch: 'en',
    english: 'en',
    französisch: 'fr',
    french: 'fr',
    polnisch: 'pl',
    polish: 'pl',
  }
  const name = text.trim().toLowerCase()
  return Object.hasOwn(names, name) ? names[name]! : text
}

function singleTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?\s*$/.exec(text)
  return match ? timeOfDay(`${match[1]}:${match[2] ?? '00'}`) : undefined
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function monthOf(name: string): number {
  const key = name.toLowerCase().slice(0, 3)
  return otherMonths[key] ?? months.indexOf(key) + 1
}

function calendarDate(year: string, month: number, day: string): string | undefined {
  return dateOf(`${year.padStart(4, '20')}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
}
