import { sql } from 'kysely'
import type { SharedScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'

async function scopeOf<K extends 'person' | 'organisation' | 'topic'>(
  db: Db,
  kind: K,
  id: string,
  query: ReturnType<typeof sql<{ seriesIds: string[] }>>,
): Promise<SharedScope<K> | null> {
  const [row] = (await query.execute(db)).rows
  return row ? ({ kind, id, seriesIds: row.seriesIds } as unknown as SharedScope<K>) : null
}

/**
 * The person with this id and the series that they belong to: which brought them in, in whose published programmes they
 * stand, or whose contact persons they are. A draft gives no right to a person: anybody can be written into one. Null where
 * there is nobody. One query.
 */
export function findPersonScope(db: Db, id: string): Promise<SharedScope<'person'> | null> {
  return scopeOf(
    db,
    'person',
    id,
    sql`select array(
        select substr(source, 8) from person_references where person_id = persons.id and source like 'series:%'
        union select series_id from contacts where person_id = persons.id
        union select series_id from published_appearances join published_sessions using (session_id)
          where person_id = persons.id
      ) as "seriesIds" from persons where persons.id = ${id}`,
  )
}

/**
 * The organisation with this id and the series that it belongs to: whose public editions it organises, in whose published
 * programmes somebody appears for it, whose contacts and sources name it. Null where there is none. One query.
 */
export function findOrganisationScope(db: Db, id: string): Promise<SharedScope<'organisation'> | null> {
  return scopeOf(
    db,
    'organisation',
    id,
    sql`select array(
        select series_id from contacts where organisation_id = organisations.id
        union select series_id from sources where publisher_id = organisations.id
        union select series_id from edition_organisers join editions on editions.id = edition_id
          where organisation_id = organisations.id and visibility = 'public'
        union select series_id from published_appearances join published_sessions using (session_id)
          where organisation_id = organisations.id
      ) as "seriesIds" from organisations where organisations.id = ${id}`,
  )
}

/** The topic with this id and the series with published sessions about it. Null where there is none. One query. */
export function findTopicScope(db: Db, id: string): Promise<SharedScope<'topic'> | null> {
  return scopeOf(
    db,
    'topic',
    id,
    sql`select array(
        select distinct series_id from published_session_topics join published_sessions using (session_id)
          where topic_id = topics.id
      ) as "seriesIds" from topics where topics.id = ${id}`,
  )
}
