import { sql } from 'kysely'
import type { Db } from '../../../platform/database/tables.ts'

/**
 * The addresses (German, without origin) of every public page about something: series, editions, recaps, programmes,
 * sessions, people, organisations with sessions, topics with sessions, news. At most 50,000, the limit of a sitemap. One query.
 */
export async function listPublicPaths(db: Db): Promise<string[]> {
  const { rows } = await sql<{ path: string }>`
    with public_editions as (
      select editions.id, series.slug as series, editions.slug, '/' || series.slug || '/' || editions.slug as path
        from editions join series on series.id = editions.series_id where editions.visibility = 'public')
    select path from (
      select 1 as rank, '/' || slug as path from series
        where exists (select from public_editions where public_editions.series = series.slug) or is_home
      union all select 2, path from public_editions
      union all select 3, path || '/programm' from public_editions join published_programmes on edition_id = id
      union all select distinct 4, path || '/rueckblick' from public_editions
        join recaps on recaps.edition_id = public_editions.id where recaps.visibility = 'public'
          and (recaps.session_id is null or exists (select from published_sessions where session_id = recaps.session_id))
      union all select 5, '/' || series.slug || '/aktuelles/' || news.slug from news
        join series on series.id = news.series_id where news.visibility = 'public'
      union all select 6, '/themen/' || slug from topics
        where exists (select from published_session_topics join published_sessions using (session_id)
          join public_editions on public_editions.id = edition_id where topic_id = topics.id)
      union all select distinct 7, '/personen/' || persons.slug from persons
        join published_appearances on person_id = persons.id join public_editions on public_editions.id = edition_id
      union all select distinct 8, '/organisationen/' || organisations.slug from organisations
        join published_appearances on organisation_id = organisations.id
        join public_editions on public_editions.id = edition_id
      union all select 9, path || '/programm/beitrag/' || published_sessions.slug from published_sessions
        join public_editions on public_editions.id = edition_id
    ) as pages order by rank, path limit 50000`.execute(db)
  return rows.map((row) => row.path)
}
