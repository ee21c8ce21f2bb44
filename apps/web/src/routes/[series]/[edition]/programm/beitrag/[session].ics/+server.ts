import { answerCalendar } from '#lib/server/calendar.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => answerCalendar(event, { slugs: [event.params.session] })
