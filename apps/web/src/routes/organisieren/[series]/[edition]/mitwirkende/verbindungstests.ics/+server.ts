import { answerCheckCalendar } from '#lib/server/logistics/calendars.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => answerCheckCalendar(event)
