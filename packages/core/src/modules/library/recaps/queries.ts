import type { Db } from '../../../platform/database/tables.ts'
import { mapSources } from '../../editions/sources/queries.ts'
import type { Recap } from './types.ts'

function selectRecaps(db: Db) {
  return db
    .selectFrom('recaps')
    .innerJoin('editions', 'editions.id', 'recaps.edition_id')
    .leftJoin('published_sessions', 'published_sessions.session_id', 'recaps.session_id')
    .select([
      'recaps.id',
      'recaps.title',
      'recaps.body',
      'recaps.conclusion',
      'recaps.source_id',
      'editions.series_id',
      'published_sessions.slug',
      'published_sessions.title as sessionTitle',
      'published_sessions.language',
    ])
    .where('recaps.visibility', '=', 'public')
    .where('editions.visibility', '=', 'public')
    .where((where) =>
      where.or([where('recaps.session_id', 'is', null), where('published_sessions.session_id', 'is not', null)]),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRecaps>['execute']>>[number]

function toRecap(row: Row, sources: Awaited<ReturnType<typeof mapSources>>): Recap {
  const { id, title, body, conclusion, source_id, slug, sessionTitle, language } = row
  const session = slug && sessionTitle && language ? { slug, title: sessionTitle, language } : null
  return { id, title, body, conclusion, session, source: (source_id && sources.get(source_id)) || null }
}

/** The public recaps of an edition: the one about it as a whole first, then the sessions in programme order. Two queries. */
export async function listRecaps(db: Db, editionId: string, seriesId: string): Promise<Recap[]> {
  const [rows, sources] = await Promise.all([
    selectRecaps(db)
      .where('recaps.edition_id', '=', editionId)
      .orderBy('published_sessions.position', (order) => order.asc().nullsFirst())
      .orderBy('recaps.id')
      .execute(),
    mapSources(db, seriesId),
  ])
  return rows.map((row) => toRecap(row, sources))
}

/** The public recap of one published session. Two queries at most. */
export async function findSessionRecap(db: Db, sessionId: string): Promise<Recap | null> {
  const row = await selectRecaps(db).where('recaps.session_id', '=', sessionId).executeTakeFirst()
  return row ? toRecap(row, await mapSources(db, row.series_id)) : null
}
