import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { readSession } from '../queries.ts'
import type { DraftSession } from './types.ts'

/** The session of this edition with this id, removed ones too. Four queries. */
export async function findDraftSession(db: Db, scope: EditionScope, id: string): Promise<DraftSession | null> {
  const [session, row] = await Promise.all([
    readSession(db, scope.editionId, id),
    db
      .selectFrom('sessions')
      .leftJoin('published_sessions', 'published_sessions.session_id', 'sessions.id')
      .select([
        'sessions.revision',
        'sessions.state',
        'sessions.source_id as sourceId',
        sql<boolean>`published_sessions.session_id is not null`.as('isPublished'),
      ])
      .where('sessions.id', '=', id)
      .where('sessions.edition_id', '=', scope.editionId)
      .executeTakeFirst(),
  ])
  return session && row ? { ...session, ...row } : null
}
