import { sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { isTakenIn } from './rules.ts'
import type { BarrierReportInput } from './schema.ts'
import type { BarrierReportOutcome } from './types.ts'

/** Keeps the report for those who run the site. Anybody may report; at most `reportsPerHour` are taken in within an hour. */
export async function reportBarrier(ctx: Context, input: BarrierReportInput): Promise<BarrierReportOutcome> {
  ctx.authorize('barrier.report', null)
  const now = ctx.now()
  return ctx.transaction(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('fachtag.barrier-reports'))`.execute(tx)
    const { recent } = await tx
      .selectFrom('barrier_reports')
      .select((of) => of.fn.countAll<number>().as('recent'))
      .where('created_at', '>', now.subtract({ hours: 1 }).toString())
      .executeTakeFirstOrThrow()
    if (!isTakenIn(recent)) return { kind: 'too-many' }
    const id = newId('barrierReport')
    const { page, description, replyTo = null } = input
    const row = { id, page, description, reply_to: replyTo, created_at: now.toString(), answered_at: null }
    await tx.insertInto('barrier_reports').values(row).execute()
    return { kind: 'reported', id }
  })
}

/** Marks a report as answered and forgets where the answer went. Throws `barrier_report.not_found`. */
export async function closeBarrierReport(ctx: Context, id: string): Promise<void> {
  ctx.authorize('barrier.answer', null)
  await ctx.transaction(async (tx) => {
    const closed = await tx
      .updateTable('barrier_reports')
      .set({ answered_at: ctx.now().toString(), reply_to: null })
      .where('id', '=', id)
      .executeTakeFirst()
    if (closed.numUpdatedRows === 0n) throw new DomainError('barrier_report.not_found', { id })
  })
}
