/**
 * The wall time (`YYYY-MM-DDTHH:mm`) on the clocks of `timeZone` when `minutes` have passed since `start`; right across
 * the change to and from summer time. A time that the change leaves out is read as the one after the gap.
 */
export function wallTimeAfter(start: string, minutes: number, timeZone: string): string {
  const from = Temporal.PlainDateTime.from(start).toZonedDateTime(timeZone)
  return from.add({ minutes }).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** The wall time in `to` at the instant that a wall time in `from` means. The same zone gives the same text back, whatever it is. */
export function wallTimeIn(wallTime: string, from: string, to: string): string {
  if (from === to) return wallTime
  const there = Temporal.PlainDateTime.from(wallTime).toZonedDateTime(from).withTimeZone(to)
  return there.toPlainDateTime().toString({ smallestUnit: 'minute' })
}
