import { parseSelection } from '@fachtag/core/modules/programme/selection/rules'
import { answerCalendar } from '#lib/server/calendar.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) =>
  answerCalendar(event, { slugs: parseSelection(event.url.searchParams.get('s')) })
