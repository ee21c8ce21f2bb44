/** Nobody lays out more at once; what is longer than that is a mistake in the dates. */
const mostDays = 14

/** The days (`YYYY-MM-DD`) from the first to the last; none where the first is not known. */
export function daysFrom(startsOn: string | null, endsOn: string | null): string[] {
  if (startsOn === null) return []
  const first = Temporal.PlainDate.from(startsOn)
  const { days } = first.until(endsOn ?? startsOn, { largestUnit: 'days' })
  const count = Math.min(Math.max(days, 0) + 1, mostDays)
  return Array.from({ length: count }, (_, n) => first.add({ days: n }).toString())
}
