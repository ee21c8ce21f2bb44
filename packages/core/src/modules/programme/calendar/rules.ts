import type { CalendarEvent } from '@fachtag/formats/calendar/calendar'
import { resolveLineup } from '../lineup/rules.ts'
import type { SessionCard } from '../sessions/types.ts'
import type { CalendarFrame, CalendarSession } from './types.ts'

/**
 * The calendar entries of sessions. What has a day but no time is an entry for the whole day; what has no day is left
 * out, because a calendar cannot say "unknown". The UID of a session never changes.
 */
export function toCalendarEvents(sessions: readonly CalendarSession[], frame: CalendarFrame): readonly CalendarEvent[] {
  return sessions.flatMap(({ session, sequence, changedAt }) => {
    const start = session.startsAt ?? session.day
    if (start === null) return []
    return {
      uid: `${session.id}@fachtag`,
      sequence,
      stamp: frame.stamp,
      modified: changedAt ?? undefined,
      start,
      durationMinutes: session.startsAt === null ? undefined : (session.durationMinutes ?? undefined),
      summary: session.title,
      description: describe(session),
      location: [session.room?.name, frame.venue].filter(Boolean).join(', '),
      url: frame.addressOf(session.slug),
      categories: session.track ? [session.track.name] : [],
      isCancelled: session.state === 'cancelled',
    }
  })
}

function describe(session: SessionCard): string {
  const people = resolveLineup(session.appearances).filter(({ appearance }) => appearance.state === 'planned')
  const lines = people.map(({ appearance }) =>
    [appearance.name, appearance.function, appearance.organisationName].filter(Boolean).join(', '),
  )
  return [session.subtitle ?? '', ...lines].filter(Boolean).join('\n')
}
