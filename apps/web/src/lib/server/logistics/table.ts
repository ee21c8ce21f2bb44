import type { Locale } from '@fachtag/core/kernel/localized-text'
import { listContributors } from '@fachtag/core/modules/programme/logistics/contributors/queries'
import { filterContributors } from '@fachtag/core/modules/programme/logistics/contributors/rules'
import type { Contributor } from '@fachtag/core/modules/programme/logistics/contributors/types'
import { writeCsv } from '@fachtag/formats/table/csv'
import type { Cell } from '@fachtag/formats/table/types'
import { writeXlsx } from '@fachtag/formats/table/xlsx'
import type { RequestEvent } from '@sveltejs/kit'
import { tellContributor } from '#lib/logistics/words.ts'
import { messages } from '#lib/messages/messages.ts'
import { readContributorFilter } from '#lib/workplace/contributor-filter.ts'
import { editionOf } from '../admission.ts'
import { attachment } from '../attachment.ts'

type Asked = Pick<RequestEvent, 'locals' | 'url'> & { readonly params: Readonly<Partial<Record<string, string>>> }

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const widths = [26, 40, 26, 22, 34, 34, 14, 14, 16, 20]

type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

/** The list of contributors as a table. */
export function contributorTable(contributors: readonly Contributor[], locale: Locale): Table {
  const { list: t, form } = messages(locale).logistics
  const header = [t.name, t.sessions, t.presence, t.arrival, t.needs, form.needsNote, t.line, t.reach, t.consents]
  const rows = contributors.map((one) => {
    const told = tellContributor(one, locale)
    const { sessions, presence, arrival, needs, line, reach, consents, answered } = told
    return [one.name, sessions, presence, arrival, needs, one.needsNote, line, reach, consents, answered]
  })
  return { header: [...header, t.answered], rows }
}

/** The list of contributors that the address asks for as a file: `…/mitwirkende/liste.csv`, `….xlsx`. */
export async function answerContributors({ locals, url, params }: Asked, format: 'csv' | 'xlsx'): Promise<Response> {
  const all = await listContributors(locals.ctx, editionOf(locals))
  const { contributors } = filterContributors(all, readContributorFilter(url.searchParams))
  const { header, rows } = contributorTable(contributors, locals.locale)
  const name = `${params.series}-${params.edition}-mitwirkende.${format}`
  if (format === 'csv') return attachment(writeCsv([header, ...rows]), 'text/csv; charset=utf-8', name)
  const sheet = { name: messages(locals.locale).logistics.list.title, header, rows, widths }
  return attachment(new Uint8Array(await writeXlsx(sheet)), spreadsheet, name)
}
