import { sql } from 'kysely'
import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { readCircumstances } from '../../circumstances/queries.ts'
import { readDraft } from '../../draft/queries.ts'
import { sortWarnings } from '../acceptance/rules.ts'
import { listAcceptances } from '../queries.ts'
import { findWarnings } from '../rules.ts'
import type { WarningReport } from './types.ts'

/** What the topics of an edition’s draft are called. One query. */
export async function nameTopics(db: Db, { editionId }: EditionScope): Promise<ReadonlyMap<string, LocalizedText>> {
  const rows = await db
    .selectFrom('topics')
    .select(['id', 'name'])
    .where('id', 'in', (of) =>
      of
        .selectFrom('session_topics')
        .innerJoin('sessions', 'sessions.id', 'session_id')
        .select('topic_id')
        .where('edition_id', '=', editionId),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

async function nameAccepters(db: Db, { editionId }: EditionScope): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select accounts.id, coalesce(persons.name, accounts.name) as name
    from accounts left join persons on persons.id = person_id
    where accounts.id in (select account_id from accepted_warnings where edition_id = ${editionId})
      and coalesce(persons.name, accounts.name) is not null`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** What the draft of an edition should be looked at for, and what the ids in it are called. Fifteen queries whatever its size. */
export async function readWarningReport(ctx: Context, scope: EditionScope): Promise<WarningReport> {
  ctx.authorize('programme.edit', scope)
  const [programme, circumstances, acceptances, topics, accounts] = await Promise.all([
    readDraft(ctx.db, scope.editionId),
    readCircumstances(ctx.db, scope.editionId),
    listAcceptances(ctx.db, scope),
    nameTopics(ctx.db, scope),
    nameAccepters(ctx.db, scope),
  ])
  const sorted = sortWarnings(findWarnings(programme, circumstances), acceptances)
  return { ...sorted, programme, circumstances, topics, accounts }
}
