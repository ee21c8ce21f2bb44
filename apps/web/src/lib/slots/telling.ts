import type { Locale } from '@fachtag/core/kernel/localized-text'
import { wallMinutes, wallTimeOf } from '@fachtag/core/modules/programme/grid/rules'
import type { BoardChange } from '@fachtag/core/modules/programme/moves/types'
import type { Programme } from '@fachtag/core/modules/programme/types'
import { formatDate } from '#lib/format/dates.ts'
import { formatList } from '#lib/format/numbers.ts'
import { formatTimes } from '#lib/format/times.ts'
import { messages } from '#lib/messages/messages.ts'

type When = { readonly day: string | null; readonly startsAt: string | null; readonly durationMinutes: number | null }

/** "5. November 2031, 9:00 bis 9:45 Uhr". */
export function tellWhen({ day, startsAt, durationMinutes }: When, locale: Locale): string {
  const ends = startsAt && durationMinutes ? wallTimeOf(wallMinutes(startsAt) + durationMinutes) : null
  const times = startsAt ? formatTimes(startsAt, ends, locale) : messages(locale).contentForms.publish.nowhere
  return [day && formatDate(day, locale), times].filter(Boolean).join(', ')
}

/** What moves would do, one line for each session and one for all slots that lie at the same time. */
export function tellChanges(changes: readonly BoardChange[], programme: Programme, locale: Locale): string[] {
  const t = messages(locale).slots
  const roomName = (id: string | null) => programme.rooms.find((room) => room.id === id)?.name
  const titles = new Map(programme.sessions.map((session) => [session.id, session.title]))
  const slots = changes.flatMap((change) => (change.kind === 'slot-added' ? [change.slot] : []))
  const bySpan = [...Map.groupBy(slots, (slot) => `${slot.startsAt} ${slot.durationMinutes}`).values()]
  const lines = changes.flatMap((change): { readonly at: string; readonly text: string }[] => {
    if (change.kind === 'added') {
      const { session } = change
      const say = session.isPlenary ? t.forAll : t.copied
      return [{ at: session.startsAt ?? '', text: say(tellWhen(session, locale), session.title) }]
    }
    if (change.kind !== 'placed') return []
    const where = (place: typeof change.from) =>
      [tellWhen(place, locale), roomName(place.roomId) ?? t.noRoom].join(', ')
    const text = t.moved(titles.get(change.sessionId) ?? '', where(change.from), where(change.to))
    return [{ at: change.from.startsAt ?? '', text }]
  })
  const ofSlots = bySpan.map((span) => {
    const rooms = formatList(
      span.map((slot) => roomName(slot.roomId) ?? t.allRooms),
      locale,
    )
    return { at: span[0]!.startsAt, text: t.slotIn(tellWhen(span[0]!, locale), rooms) }
  })
  return [...lines, ...ofSlots].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map((line) => line.text)
}
