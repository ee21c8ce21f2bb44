import { readFile } from 'node:fs/promises'
import type { Locale } from '../../../kernel/localized-text.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { type RenderedPdf, renderPdf } from '../../../platform/pdf/render.ts'
import { listAllSessions } from '../sessions/queries.ts'
import { type PrintedHead, toPrintedProgramme } from './rules.ts'

const template = new URL('./programme.typ', import.meta.url)

/** The published programme of an edition as a tagged PDF. One query. */
export async function renderProgramme(
  db: Db,
  editionId: string,
  head: PrintedHead,
  locale: Locale,
): Promise<RenderedPdf> {
  const sessions = await listAllSessions(db, editionId)
  return renderPdf(await readFile(template, 'utf8'), toPrintedProgramme(head, sessions, locale))
}
