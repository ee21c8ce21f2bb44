import { sql } from 'kysely'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { periodOf, retentionRules } from './rules.ts'
import type { RetentionForecast, RetentionRule } from './types.ts'

/** Kind → days, where they were set. One query. */
export async function readPeriods(db: Db): Promise<Map<string, number>> {
  const rows = await db.selectFrom('retention_periods').select(['kind', 'days']).execute()
  return new Map(rows.map((row) => [row.kind, row.days]))
}

/** Rows of `rule` whose period of `days` is over at `now`, as SQL: `row_id` and `due_at`. */
export function dueRows(rule: RetentionRule, days: number, now: string) {
  return sql`(select ${sql.raw(rule.key)} as row_id, ${sql.raw(rule.since)} + make_interval(days => ${days}) as due_at
    from ${sql.table(rule.table)}) as due where due_at <= ${now}::timestamptz`
}

async function forecast(db: Db, rule: RetentionRule, days: number, now: Temporal.Instant): Promise<RetentionForecast> {
  const later = now.add({ hours: 24 * (30 + rule.announceDays) }).toString()
  const { rows } = await sql<{ kept: number; due: number; soon: number }>`
    select count(due_at)::int as kept, count(*) filter (where due_at <= ${now.toString()}::timestamptz)::int as due,
      count(*) filter (where due_at > ${now.toString()}::timestamptz and due_at <= ${later}::timestamptz)::int as soon
    from (select ${sql.raw(rule.since)} + make_interval(days => ${days}) as due_at from ${sql.table(rule.table)}) as counted`.execute(
    db,
  )
  const { kind, title, reason, announceDays, action } = rule
  return { kind, title, reason, announceDays, action, days, limits: rule.days, ...rows[0]! }
}

/** What is kept how long, and what the next run will take. A query for each kind of data. */
export async function listRetention(ctx: Context): Promise<RetentionForecast[]> {
  ctx.authorize('retention.manage', null)
  const set = await readPeriods(ctx.db)
  const forecasts: RetentionForecast[] = []
  for (const rule of retentionRules) forecasts.push(await forecast(ctx.db, rule, periodOf(rule, set), ctx.now()))
  return forecasts
}
