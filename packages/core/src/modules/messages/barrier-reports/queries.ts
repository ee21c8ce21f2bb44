import type { Context } from '../../../platform/context/types.ts'
import type { BarrierReport } from './types.ts'

/** The reports of barriers for those who answer them: open ones first, the oldest of them at the top. */
export function listBarrierReports(ctx: Context): Promise<BarrierReport[]> {
  ctx.authorize('barrier.answer', null)
  return ctx.db
    .selectFrom('barrier_reports')
    .select([
      'id',
      'page',
      'description',
      'reply_to as replyTo',
      'created_at as createdAt',
      'answered_at as answeredAt',
    ])
    .orderBy('answered_at', (order) => order.asc().nullsFirst())
    .orderBy('created_at')
    .execute()
}
