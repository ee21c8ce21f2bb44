import { answerContributors } from '#lib/server/logistics/table.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => answerContributors(event, 'csv')
