import { localize } from '@fachtag/core/kernel/localized-text'
import { renderProgramme } from '@fachtag/core/modules/programme/printing/queries'
import { formatEditionDate } from '#lib/format/dates.ts'
import { attachment } from './attachment.ts'
import { answerCalendar } from './calendar.ts'
import { found } from './found.ts'
import { loadProgramme } from './programme.ts'
import { today } from './today.ts'

type Asked = Parameters<typeof answerCalendar>[0]

async function answerPdf({ locals, params }: Asked): Promise<Response> {
  const programme = await loadProgramme(locals, params)
  const { edition } = programme
  const overview = found(programme.overview)
  const place = [edition.venue?.name, edition.venue?.city].filter(Boolean).join(', ')
  const head = {
    title: edition.name,
    motto: localize(edition.motto, locals.locale),
    when: [formatEditionDate(edition, today(locals.ctx), locals.locale), place].filter(Boolean).join(' · '),
    release: overview.release.name,
  }
  const { bytes } = await renderProgramme(locals.ctx.db, edition.id, head, locals.locale)
  return attachment(new Uint8Array(bytes), 'application/pdf', `${params.series}-${params.edition}-programm.pdf`)
}

/** The published programme of an edition in one of the formats of exchange; 404 where none is published. */
export function answerExport(asked: Asked, format: string): Promise<Response> {
  switch (format) {
    case 'ics':
      return answerCalendar(asked)
    case 'pdf':
      return answerPdf(asked)
    default:
      return found(null)
  }
}
