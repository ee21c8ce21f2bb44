import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { PlanRun } from './types.ts'

/** The planning of an edition, under way or waiting to be accepted; null where there is none. One query. */
export async function findRun(db: Db, scope: EditionScope): Promise<PlanRun | null> {
  const run = await db
    .selectFrom('plan_runs')
    .select([
      'id',
      'account_id as accountId',
      'task',
      'seconds',
      'state',
      'is_stopping as isStopping',
      'base',
      'share',
      'places',
      'outcome',
      'created_at as createdAt',
      'seen_at as seenAt',
    ])
    .where('edition_id', '=', scope.editionId)
    .executeTakeFirst()
  return run ?? null
}
