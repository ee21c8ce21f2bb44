import { findPublicPerson } from '@fachtag/core/modules/programme/appearances/queries'
import { toCalendarEvents } from '@fachtag/core/modules/programme/calendar/rules'
import { listItinerary } from '@fachtag/core/modules/programme/itinerary/queries'
import { inTimeZone } from '@fachtag/core/modules/programme/itinerary/rules'
import { writeCalendar } from '@fachtag/formats/calendar/calendar'
import { programmeAddress } from '#lib/programme/place.ts'
import { attachment } from '#lib/server/attachment.ts'
import { found } from '#lib/server/found.ts'
import type { RequestHandler } from './$types'

const timeZone = 'Europe/Berlin'

export const GET: RequestHandler = async ({ locals: { ctx, locale }, params, url }) => {
  const person = found(await findPublicPerson(ctx.db, params.person))
  const events = (await listItinerary(ctx.db, person.id)).flatMap(
    ({ edition, session, sequence, changedAt, publishedAt, city }) =>
      toCalendarEvents([{ session: inTimeZone(session, edition.timeZone, timeZone), sequence, changedAt }], {
        stamp: publishedAt,
        addressOf: (slug) => url.origin + programmeAddress(edition.seriesSlug, edition.slug, locale).session(slug),
        venue: city ?? '',
      }),
  )
  const calendar = writeCalendar({ name: person.name, timeZone, url: url.href, events })
  return attachment(calendar, 'text/calendar; charset=utf-8', `${person.slug}.ics`)
}
