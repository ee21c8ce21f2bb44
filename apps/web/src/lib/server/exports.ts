import { localize } from '@fachtag/core/kernel/localized-text'
import { findSchedule } from '@fachtag/core/modules/programme/export/queries'
import { renderProgramme } from '@fachtag/core/modules/programme/printing/queries'
import { writeScheduleJson } from '@fachtag/formats/schedule/json-writer'
import { writeScheduleCsv, writeScheduleXlsx } from '@fachtag/formats/schedule/table-writer'
import type { Schedule } from '@fachtag/formats/schedule/types'
import { writeScheduleXml } from '@fachtag/formats/schedule/xml-writer'
import { formatEditionDate } from '#lib/format/dates.ts'
import { attachment } from './attachment.ts'
import { type AskedProgramme, answerCalendar } from './calendar.ts'
import { found } from './found.ts'
import { loadProgramme } from './programme.ts'
import { today } from './today.ts'

type Written = { readonly content: string | Uint8Array<ArrayBuffer>; readonly type: string }

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How a schedule is written in each format that carries one. */
const writers: Readonly<Record<string, (schedule: Schedule) => Promise<Written> | Written>> = {
  json: (schedule) => ({ content: writeScheduleJson(schedule), type: 'application/json' }),
  xml: (schedule) => ({ content: writeScheduleXml(schedule), type: 'application/xml' }),
  csv: (schedule) => ({ content: writeScheduleCsv(schedule), type: 'text/csv; charset=utf-8' }),
  xlsx: async (schedule) => ({ content: new Uint8Array(await writeScheduleXlsx(schedule)), type: spreadsheet }),
}

async function writePdf({ locals, params }: AskedProgramme): Promise<Written> {
  const { edition, overview } = await loadProgramme(locals, params)
  const place = [edition.venue?.name, edition.venue?.city].filter(Boolean).join(', ')
  const head = {
    title: edition.name,
    motto: localize(edition.motto, locals.locale),
    when: [formatEditionDate(edition, today(locals.ctx), locals.locale), place].filter(Boolean).join(' · '),
    release: found(overview).release.name,
  }
  const { bytes } = await renderProgramme(locals.ctx.db, edition.id, head, locals.locale)
  return { content: new Uint8Array(bytes), type: 'application/pdf' }
}

async function writeSchedule({ locals, url, params }: AskedProgramme, format: string): Promise<Written> {
  // Whether the public may see the edition is asked first: the schedule itself would be written in any case.
  found((await loadProgramme(locals, params)).overview)
  const addressOf = (path: string) => url.origin + path
  const schedule = found(await findSchedule(locals.ctx.db, params.series, params.edition, addressOf))
  return found(writers[format])(schedule)
}

/** The published programme of an edition in one of the formats of exchange; 404 where none is published. */
export async function answerExport(asked: AskedProgramme, format: string): Promise<Response> {
  if (format === 'ics') return answerCalendar(asked)
  const { content, type } = format === 'pdf' ? await writePdf(asked) : await writeSchedule(asked, format)
  return attachment(content, type, `${asked.params.series}-${asked.params.edition}-programm.${format}`)
}
