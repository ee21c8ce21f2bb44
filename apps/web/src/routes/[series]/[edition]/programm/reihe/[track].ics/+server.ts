import { answerCalendar } from '#lib/server/calendar.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => answerCalendar(event, { track: event.params.track })
