import { readOwnData } from '@fachtag/core/modules/privacy/own-data/queries'
import { writeDataPage } from '@fachtag/core/modules/privacy/own-data/rules'
import { attachment } from '#lib/server/attachment.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx, locale } }) => {
  const page = writeDataPage(await readOwnData(ctx), locale)
  return attachment(page, 'text/html; charset=utf-8', 'meine-daten.html')
}
