import { answerOwnCalendar } from '#lib/server/logistics/calendars.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => answerOwnCalendar(event)
