import { readOwnData } from '@fachtag/core/modules/privacy/own-data/queries'
import { attachment } from '#lib/server/attachment.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx } }) => {
  const data = await readOwnData(ctx)
  return attachment(`${JSON.stringify(data, null, 2)}\n`, 'application/json', 'meine-daten.json')
}
