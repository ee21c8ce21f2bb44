import type { CalendarEvent } from '@fachtag/formats/calendar/calendar'
import { moveWallTime } from '../../itinerary/rules.ts'
import type { CheckAppointment } from './types.ts'

/** Minutes that a calendar keeps free for a line check: nobody says beforehand how long it takes. */
const minutes = 15

/** What the entries of a calendar of line checks share. */
export type AppointmentFrame = {
  /** In which wall times are told. */
  readonly timeZone: string
  /** ISO instant. */
  readonly stamp: string
  /** What an entry is called. */
  readonly titleOf: (appointment: CheckAppointment) => string
  /** Written before who is there. */
  readonly withWhom: string
}

/** The calendar entries of line checks; without a time for the whole day. The UID of somebody's check at an edition stays. */
export function toCheckEvents(appointments: readonly CheckAppointment[], frame: AppointmentFrame): CalendarEvent[] {
  return appointments.map((one) => {
    const isLink = /^https?:\/\//.test(one.link ?? '')
    return {
      uid: `check-${one.editionId}-${one.personId}@fachtag`,
      sequence: one.revision,
      stamp: frame.stamp,
      start: one.start.includes('T') ? moveWallTime(one.start, one.timeZone, frame.timeZone) : one.start,
      durationMinutes: one.start.includes('T') ? minutes : undefined,
      summary: frame.titleOf(one),
      description: [one.by ? `${frame.withWhom} ${one.by}` : '', one.link ?? ''].filter(Boolean).join('\n'),
      location: one.link ?? undefined,
      url: isLink ? (one.link ?? undefined) : undefined,
    }
  })
}
