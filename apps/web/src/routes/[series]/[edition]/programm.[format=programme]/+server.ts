import { answerExport } from '#lib/server/exports.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => answerExport(event, event.params.format)
