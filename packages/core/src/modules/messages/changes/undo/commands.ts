import { sql } from 'kysely'
import type { z } from 'zod'
import { DomainError } from '../../../../kernel/errors.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import type { undoInput } from '../schema.ts'
import { findOvertaking, isReferredTo, listUndoneRows, reachesFurther } from './queries.ts'
import type { UndoneRow, UndoOutcome, UndoRules } from './types.ts'

/** Ends the transaction without keeping any of it, with an outcome. */
class Refused extends Error {
  readonly outcome: UndoOutcome

  constructor(outcome: UndoOutcome) {
    super(outcome.kind)
    this.outcome = outcome
  }
}

const isForbiddenByConstraint = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('23')

/** The rows of the change, when this actor may take it back. Throws `change.not_found` otherwise, whatever the reason. */
async function admit(ctx: Context, rules: UndoRules, change: string): Promise<UndoneRow[]> {
  const rows = await listUndoneRows(ctx.db, change)
  if (rows.length === 0 || !(await rules.mayEdit(ctx, rows))) throw new DomainError('change.not_found', { id: change })
  return rows
}

async function refuseOvertaken(tx: Transaction, change: string): Promise<void> {
  const by = await findOvertaking(tx, change)
  if (by) throw new Refused({ kind: 'overtaken', by })
}

/**
 * Puts every row back as it was before the last change of it. What somebody else changes at the same time is waited for at
 * the rows themselves, so that it is seen afterwards that they were first.
 */
async function restore(tx: Transaction, change: string): Promise<void> {
  await refuseOvertaken(tx, change)
  if (await isReferredTo(tx, change)) throw new Refused({ kind: 'blocked' })
  await sql`select undo_change(${change})`.execute(tx)
  await refuseOvertaken(tx, change)
  if (await reachesFurther(tx, change)) throw new Refused({ kind: 'blocked' })
}

/**
 * Takes back a change as long as nobody has changed the same since. That is a change itself: it is logged, and taking it
 * back does again what was undone. Needs the right to edit everything that the change has touched. Opens its own
 * transaction: not for use within one.
 */
export async function undoChange(
  ctx: Context,
  rules: UndoRules,
  { change }: z.output<typeof undoInput>,
): Promise<UndoOutcome> {
  const rows = await admit(ctx, rules, change)
  if (rows.some((row) => row.isErased || row.operation === 'erase' || !rules.canUndo(row.table)))
    return { kind: 'final' }
  try {
    return await ctx.transaction(async (tx) => {
      await rules.prepare(tx, rows)
      await restore(tx, change)
      await rules.announce(ctx.in(tx), tx, rows)
      return { kind: 'undone' }
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    if (isForbiddenByConstraint(error)) return { kind: 'blocked' }
    throw error
  }
}
