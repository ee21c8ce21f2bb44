import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { readCircumstances } from '../circumstances/queries.ts'
import { readDraft } from '../draft/queries.ts'
import { type SortedWarnings, sortWarnings } from './acceptance/rules.ts'
import type { Acceptance } from './acceptance/types.ts'
import { findWarnings } from './rules.ts'

/** What was accepted in an edition, still seen or not, by key. One query. */
export function listAcceptances(db: Db, scope: EditionScope): Promise<Acceptance[]> {
  return db
    .selectFrom('accepted_warnings')
    .select(['key', 'fingerprint', 'reason', 'account_id as accountId', 'accepted_at as acceptedAt'])
    .where('edition_id', '=', scope.editionId)
    .orderBy('key')
    .execute()
}

/** What the draft of an edition should be looked at for, as it is stored now. Fifteen queries whatever its size. */
export async function readWarnings(db: Db, scope: EditionScope): Promise<SortedWarnings> {
  const [programme, circumstances, acceptances] = await Promise.all([
    readDraft(db, scope.editionId),
    readCircumstances(db, scope.editionId),
    listAcceptances(db, scope),
  ])
  return sortWarnings(findWarnings(programme, circumstances), acceptances)
}
