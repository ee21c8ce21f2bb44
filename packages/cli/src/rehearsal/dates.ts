import type { Archive } from '@fachtag/core/modules/library/archive/schema'

/** The third Wednesday of November, when such conferences are held, in `year`. */
export function rehearsalDay(year: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: 11, day: 1 })
  return first.add({ days: ((3 - first.dayOfWeek + 7) % 7) + 14 })
}

const wording = /\b\d{4}-\d{2}-\d{2}(?=T|$)/

function movedText(text: string, days: number, from: string, to: string): string {
  if (wording.test(text)) {
    return text.replace(wording, (day) => Temporal.PlainDate.from(day).add({ days }).toString())
  }
  return text === from ? to : text.replace(`Probelauf ${from}`, `Probelauf ${to}`)
}

/** `value` with every date in it moved by `days`, and the year `from` in names and slugs replaced by `to`. */
function moved<T>(value: T, days: number, from: string, to: string): T {
  if (typeof value === 'string') return movedText(value, days, from, to) as T
  if (Array.isArray(value)) return value.map((one) => moved(one, days, from, to)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one, days, from, to)])) as T
}

/**
 * The rehearsal as if it were planned for `year`. Every date moves by the days between the first day of its one edition and
 * the rehearsal day of that year, so that days of the week and distances stay.
 */
export function moveRehearsal(archive: Archive, year: number): Archive {
  const [edition] = archive.editions
  if (!edition?.date) throw new Error('the rehearsal has no edition with a date')
  const days = Temporal.PlainDate.from(edition.date.startsOn).until(rehearsalDay(year)).days
  return moved(archive, days, edition.slug, String(year))
}
