import { sql } from 'kysely'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import type { EarlierInterest } from './types.ts'

/** How visitors of earlier editions of the same series marked sessions, by topic, the latest edition first. One query. */
export async function listEarlierInterest(db: Db, scope: EditionScope): Promise<EarlierInterest[]> {
  const { rows } = await sql<EarlierInterest>`
    with marks as (
      select edition_id, id as session_id, count(*) as count
      from bookmark_lists, unnest(session_ids) as id group by edition_id, id
    )
    select coalesce(to_char(e.starts_on, 'YYYY'), e.name) as edition, t.topic_id as "topicId",
      round(avg(marks.count))::integer as count
    from marks
    join sessions s on s.id = marks.session_id
    join session_topics t on t.session_id = s.id
    join editions e on e.id = marks.edition_id
    join editions own on own.id = ${scope.editionId}
    where e.series_id = ${scope.seriesId} and e.id <> own.id
      and (own.starts_on is null or e.starts_on < own.starts_on)
    group by e.id, e.starts_on, e.name, t.topic_id
    having round(avg(marks.count)) > 0
    order by e.starts_on desc nulls last, t.topic_id`.execute(db)
  return rows
}
