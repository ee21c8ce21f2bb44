/** Sessions that begin before this hour belong to the evening before. */
const firstHourOfDay = 5

/** The wall time (`YYYY-MM-DDTHH:mm`) of a session at `time` (`HH:mm`) on the conference day `day`: before 05:00 it is the night after it. */
export function toStartsAt(day: string, time: string): string {
  const isNight = Number(time.slice(0, 2)) < firstHourOfDay
  const date = Temporal.PlainDate.from(day).add({ days: isNight ? 1 : 0 })
  return `${date.toString()}T${time}`
}

/** The time (`HH:mm`) of a wall time, as `toStartsAt` takes it. */
export function timeOf(startsAt: string | null): string | null {
  return startsAt?.slice(11, 16) ?? null
}
