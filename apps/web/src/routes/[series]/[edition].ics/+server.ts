import { findEdition } from '@fachtag/core/modules/editions/queries'
import { writeCalendar } from '@fachtag/formats/calendar/calendar'
import { address } from '#lib/addresses.ts'
import { attachment } from '#lib/server/attachment.ts'
import { found } from '#lib/server/found.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx, locale }, params, url }) => {
  const edition = found(await findEdition(ctx.db, params.series, params.edition))
  const { venue } = edition
  const date = found(edition.date?.precision === 'day' ? edition.date : null)
  const event = {
    uid: `${edition.id}@fachtag`,
    sequence: edition.changeCount,
    stamp: edition.changedAt,
    modified: edition.changedAt,
    start: date.startsOn,
    lastDay: date.endsOn ?? date.startsOn,
    summary: edition.name,
    location: [venue?.name, venue?.street, venue?.city].filter(Boolean).join(', '),
    url: url.origin + address(`/${params.series}/${params.edition}`, locale),
    isCancelled: edition.state === 'cancelled',
  }
  const calendar = writeCalendar({ name: edition.name, timeZone: edition.timeZone, url: url.href, events: [event] })
  return attachment(calendar, 'text/calendar; charset=utf-8', `${params.series}-${params.edition}.ics`)
}
