import { followPlan } from '#lib/server/workplace/plan-stream.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = followPlan
