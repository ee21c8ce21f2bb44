import type { App } from '@fachtag/core/app/open'
import { DomainError } from '@fachtag/core/kernel/errors'
import { listCalendarSessions } from '@fachtag/core/modules/programme/calendar/queries'
import { toCalendarEvents } from '@fachtag/core/modules/programme/calendar/rules'
import { findSchedule } from '@fachtag/core/modules/programme/export/queries'
import { getEdition } from '@fachtag/core/modules/programme/import/edition/queries'
import { findLatestRelease } from '@fachtag/core/modules/programme/release/queries'
import type { Db } from '@fachtag/core/platform/database/tables'
import { writeCalendar } from '@fachtag/formats/calendar/calendar'
import { writeScheduleJson } from '@fachtag/formats/schedule/json-writer'
import { writeScheduleCsv, writeScheduleXlsx } from '@fachtag/formats/schedule/table-writer'
import type { Schedule } from '@fachtag/formats/schedule/types'
import { writeScheduleXml } from '@fachtag/formats/schedule/xml-writer'

export const exportFormats = ['json', 'xml', 'ics', 'csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

type Exported = { readonly db: Db; readonly series: string; readonly edition: string; readonly schedule: Schedule }

async function writeIcs(
  { db, series, edition, schedule }: Exported,
  addressOf: (path: string) => string,
): Promise<string> {
  const { id: editionId } = await getEdition(db, series, edition)
  const [sessions, release] = await Promise.all([listCalendarSessions(db, editionId), findLatestRelease(db, editionId)])
  const frame = {
    stamp: release?.publishedAt ?? '',
    addressOf: (slug: string) => addressOf(`/${series}/${edition}/programm/beitrag/${slug}`),
    venue: [schedule.venue, schedule.city].filter(Boolean).join(', '),
  }
  const { title: name, timeZone, url } = schedule
  return writeCalendar({ name, timeZone, url, events: toCalendarEvents(sessions, frame) })
}

/** The published programme of an edition as a file in `format`. Throws `programme.not_published`. */
export async function exportProgramme(
  app: App,
  series: string,
  edition: string,
  format: ExportFormat,
): Promise<string | Uint8Array> {
  const { host, port, origin } = app.settings
  const addressOf = (path: string) => new URL(path, origin ?? `http://${host}:${port}`).href
  const schedule = await findSchedule(app.db, series, edition, addressOf)
  if (!schedule) throw new DomainError('programme.not_published', { edition: `${series}/${edition}` })
  switch (format) {
    case 'json':
      return writeScheduleJson(schedule)
    case 'xml':
      return writeScheduleXml(schedule)
    case 'csv':
      return writeScheduleCsv(schedule)
    case 'xlsx':
      return writeScheduleXlsx(schedule)
    case 'ics':
      return writeIcs({ db: app.db, series, edition, schedule }, addressOf)
  }
}
