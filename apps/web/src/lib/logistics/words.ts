import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { Contributor } from '@fachtag/core/modules/programme/logistics/contributors/types'
import { formatDate, formatDay } from '#lib/format/dates.ts'
import { formatClock } from '#lib/format/times.ts'
import { messages } from '#lib/messages/messages.ts'

/** A day, with a time where there is one: "27. November 2024, 9:30 Uhr". */
export function formatMoment(day: string, clock: string | null, locale: Locale): string {
  const date = formatDate(day, locale)
  return clock ? `${date}, ${messages(locale).format.clock(formatClock(`${day}T${clock}`, locale))}` : date
}

/** An appointment as an invitation says it: "Mittwoch, 27. November 2024, 9:30 Uhr". */
export function formatAppointment(day: string, clock: string | null, locale: Locale): string {
  const date = formatDay(day, locale)
  return clock ? `${date}, ${messages(locale).format.clock(formatClock(`${day}T${clock}`, locale))}` : date
}

function tellArrival({ isOnSite, arrivesOn, arrivesAt, travel }: Contributor, locale: Locale): string {
  const { list, travels } = messages(locale).logistics
  if (!isOnSite) return list.notNeeded
  const when = arrivesOn ? formatMoment(arrivesOn, arrivesAt, locale) : ''
  return [when, travel ? travels[travel] : ''].filter(Boolean).join(', ') || list.unknown
}

function tellLine({ readiness, readinessLacks }: Contributor, locale: Locale): string {
  const { logistics, warnings } = messages(locale)
  if (!readiness) return logistics.list.notNeeded
  const lacks = readinessLacks.map((one) => warnings.readinessLacks[one]).join(', ')
  return lacks ? `${logistics.readiness[readiness]}: ${lacks}` : logistics.readiness[readiness]
}

function tellReach({ hasMail, hasPhone }: Contributor, locale: Locale): string {
  const t = messages(locale).logistics.list
  return [hasMail ? t.byMail : '', hasPhone ? t.byPhone : ''].filter(Boolean).join(', ') || t.unreachable
}

/** What is known of somebody who appears, in words, for a table. */
export function tellContributor(one: Contributor, locale: Locale) {
  const { logistics, programme, contentForms } = messages(locale)
  const { list, needs, presences } = logistics
  const modes = contentForms.sessions.modes
  return {
    sessions: one.sessions
      .map(({ title, role, mode }) => {
        const how = mode === 'remote' ? `${programme.roles[role]}, ${modes.remote}` : programme.roles[role]
        return `${how}: ${title}`
      })
      .join('; '),
    presence: presences[one.presence],
    arrival: tellArrival(one, locale),
    needs: one.needs.map((need) => needs[need]).join(', '),
    line: tellLine(one, locale),
    reach: tellReach(one, locale),
    consents: list.openConsents(one.openConsents),
    answered: one.answeredAt ? formatDate(one.answeredAt.slice(0, 10), locale) : list.notAnswered,
  }
}
