import { type RawBuilder, sql } from 'kysely'
import { DomainError } from '../../../kernel/errors.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { emptyEntries } from '../../messages/changes/forgetting/commands.ts'
import { sendMail } from '../../messages/mail/commands.ts'
import { selectOperators } from '../../people/accounts/queries.ts'
import { dueRows, readPeriods } from './queries.ts'
import { periodOf, retentionRules } from './rules.ts'
import type { RetentionInput } from './schema.ts'
import type { RetentionRule, RetentionRun } from './types.ts'

/** Sets how long a kind of data is kept. False, and nothing changed, outside of the limits of the kind. Throws `retention.not_found`. */
export async function setRetentionPeriod(ctx: Context, { kind, days }: RetentionInput): Promise<boolean> {
  ctx.authorize('retention.manage', null)
  const rule = retentionRules.find((one) => one.kind === kind)
  if (!rule) throw new DomainError('retention.not_found', { kind })
  const { min, max } = rule.days
  if (days < min || days > max) return false
  await ctx.transaction((tx) =>
    tx
      .insertInto('retention_periods')
      .values({ kind, days, changed_at: ctx.now().toString() })
      .onConflict((on) => on.column('kind').doUpdateSet({ days, changed_at: ctx.now().toString() }))
      .execute(),
  )
  return true
}

type Announced = { row_id: string; due_on: string }

/** Notes what will be taken, and when: never sooner than the rule promises, also where much is overdue. */
async function announce(ctx: Context, tx: Transaction, rule: RetentionRule, days: number): Promise<Announced[]> {
  const horizon = ctx.now().add({ hours: 24 * rule.announceDays })
  // Whoever is not due any more, because something happened in the meantime, has to be told anew the next time.
  await sql`delete from retention_notices where kind = ${rule.kind}
    and row_id not in (select row_id from ${dueRows(rule, days, horizon.toString())})`.execute(tx)
  const { rows } = await sql<Announced>`insert into retention_notices (kind, row_id, due_on, announced_at)
    select ${rule.kind}, row_id, ${horizon.toString()}::timestamptz::date, ${ctx.now().toString()}::timestamptz
    from ${dueRows(rule, days, horizon.toString())} on conflict do nothing returning row_id, due_on`.execute(tx)
  return rows
}

async function tellOwners(ctx: Context, tx: Transaction, announced: readonly Announced[]): Promise<void> {
  const ids = announced.map((one) => one.row_id)
  const { rows } = await sql<{ account_id: string; address: string }>`select account_id, address from account_addresses
    where account_id = any(${ids}) order by account_id`.execute(tx)
  const days = new Map(announced.map((one) => [one.row_id, one.due_on]))
  for (const { account_id, address } of rows) {
    const on = days.get(account_id) ?? ''
    await sendMail(ctx, tx, {
      template: 'privacy.account_idle',
      to: { address },
      locale: 'de',
      values: { on, link: `${ctx.mailer.origin}/anmelden` },
      key: `idle-account:${account_id}:${on}`,
    })
  }
}

async function tellOperators(ctx: Context, tx: Transaction, what: readonly string[]): Promise<void> {
  if (what.length === 0) return
  const operators = await selectOperators(tx)
    .innerJoin('account_addresses', 'account_addresses.account_id', 'accounts.id')
    .select('address')
    .execute()
  for (const { id, address } of operators) {
    await sendMail(ctx, tx, {
      template: 'privacy.retention_ahead',
      to: { address },
      locale: 'de',
      values: { what: what.join('\n'), link: `${ctx.mailer.origin}/organisieren/aufbewahrung` },
      key: `retention:${ctx.now().toString().slice(0, 10)}:${id}`,
    })
  }
}

/** The rows of `rule` that may be taken now: due, and announced for long enough where that was promised. */
function takeable(ctx: Context, rule: RetentionRule, days: number): RawBuilder<unknown> {
  const now = ctx.now().toString()
  const due = sql`select row_id from ${dueRows(rule, days, now)}`
  if (rule.announceDays === 0) return due
  return sql`${due} and row_id in (select row_id from retention_notices
    where kind = ${rule.kind} and due_on <= ${now}::timestamptz::date)`
}

async function act(ctx: Context, tx: Transaction, rule: RetentionRule, days: number): Promise<number> {
  const rows = takeable(ctx, rule, days)
  if (rule.action === 'forget') {
    const { rows: found } = await sql<{ row_id: number }>`${rows}`.execute(tx)
    return emptyEntries(
      tx,
      found.map((row) => row.row_id),
    )
  }
  const taken = await sql`delete from ${sql.table(rule.table)} where ${sql.raw(rule.key)} in (${rows})`.execute(tx)
  return Number(taken.numAffectedRows ?? 0)
}

/** What was taken would stay in the log of changes, with all that was logged about the same rows before: its content goes too. */
async function forgetWhatWasTaken(tx: Transaction): Promise<void> {
  const { rows } = await sql<{ id: number }>`with gone as materialized (select distinct table_name, key from change_rows
      where change_id = nullif(current_setting('fachtag.change', true), '') and operation = 'delete')
    select id from change_rows join gone using (table_name, key)
    where erased_by is null and operation <> 'erase'`.execute(tx)
  await emptyEntries(
    tx,
    rows.map((row) => row.id),
  )
}

/**
 * Applies every rule of retention: announces what will be taken, to those whom the rule names, and takes what is due and
 * was announced for long enough. Running it twice does nothing more.
 */
export async function runRetention(ctx: Context): Promise<RetentionRun> {
  ctx.authorize('retention.run', null)
  const set = await readPeriods(ctx.db)
  const announced: Record<string, number> = {}
  const done: Record<string, number> = {}
  await ctx.transaction(async (tx) => {
    const told: string[] = []
    for (const rule of retentionRules) {
      const days = periodOf(rule, set)
      done[rule.kind] = await act(ctx, tx, rule, days)
      if (rule.announceDays === 0) continue
      const rows = await announce(ctx, tx, rule, days)
      announced[rule.kind] = rows.length
      if (rule.tells === 'owner') await tellOwners(ctx, tx, rows)
      const [first] = rows
      if (first) told.push(`${rule.title.de}: ${rows.length}, ${first.due_on}`)
    }
    await forgetWhatWasTaken(tx)
    await tellOperators(ctx, tx, told)
  })
  return { announced, done }
}
