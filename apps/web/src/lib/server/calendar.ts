import { type CalendarChoice, listCalendarSessions } from '@fachtag/core/modules/programme/calendar/queries'
import { toCalendarEvents } from '@fachtag/core/modules/programme/calendar/rules'
import { writeCalendar } from '@fachtag/formats/calendar/calendar'
import { programmeAddress } from '#lib/programme/place.ts'
import { attachment } from './attachment.ts'
import { found } from './found.ts'
import { loadProgramme } from './programme.ts'

/** A request about one programme. */
export type AskedProgramme = {
  readonly locals: App.Locals
  readonly url: URL
  readonly params: { readonly series: string; readonly edition: string }
}

/** The calendar of an edition's programme, or of a part of it; 404 when a part that was named has no session. */
export async function answerCalendar(
  { locals, url, params }: AskedProgramme,
  choice: CalendarChoice = {},
): Promise<Response> {
  const programme = await loadProgramme(locals, params)
  const { edition } = programme
  const overview = found(programme.overview)
  const sessions = await listCalendarSessions(locals.ctx.db, edition.id, choice)
  if (sessions.length === 0 && Object.keys(choice).length > 0) found(null)
  const place = programmeAddress(params.series, params.edition, locals.locale)
  const part = choice.track ? sessions[0]?.session.track?.name : undefined
  const calendar = writeCalendar({
    name: part ? `${edition.name}: ${part}` : edition.name,
    timeZone: edition.timeZone,
    url: url.href,
    events: toCalendarEvents(sessions, {
      stamp: overview.release.publishedAt,
      addressOf: (slug) => url.origin + place.session(slug),
      venue: [edition.venue?.name, edition.venue?.city].filter(Boolean).join(', '),
    }),
  })
  const name = choice.slugs?.length === 1 ? choice.slugs[0] : [params.edition, choice.track].filter(Boolean).join('-')
  return attachment(calendar, 'text/calendar; charset=utf-8', `${params.series}-${name}.ics`)
}
