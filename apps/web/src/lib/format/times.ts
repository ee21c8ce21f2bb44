import type { Locale } from '@fachtag/core/kernel/localized-text'
import { messages } from '#lib/messages/messages.ts'

/** `2024-11-27T09:30` → "9:30" in German, "09:30" in English. */
export function formatClock(wallTime: string, locale: Locale): string {
  const clock = wallTime.slice(11, 16)
  return locale === 'de' ? clock.replace(/^0/, '') : clock
}

/** An instant (ISO 8601) as the clock on the wall shows it in Germany: "9:30". */
export function formatClockAt(instant: string, locale: Locale): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Berlin')
  return formatClock(at.toPlainDateTime().toString(), locale)
}

/** When something happens within its day: "9:30 bis 10:15 Uhr", "9:30 Uhr", or that nobody knows. */
export function formatTimes(startsAt: string | null, endsAt: string | null, locale: Locale): string {
  const t = messages(locale).format
  if (!startsAt) return t.unknownTime
  const from = formatClock(startsAt, locale)
  return endsAt ? t.clocks(from, formatClock(endsAt, locale)) : t.clock(from)
}
