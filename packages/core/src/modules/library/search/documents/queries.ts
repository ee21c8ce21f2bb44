import { sql } from 'kysely'
import type { LocalizedText } from '../../../../kernel/localized-text.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { listTopics } from '../../../editions/topics/queries.ts'
import type { Topic } from '../../../editions/topics/types.ts'
import type { ProgrammeSession, SessionType } from '../../../programme/types.ts'
import { joinTexts, peopleLine, plainText, plainTexts, textIn, yearsOf } from './rules.ts'
import type { SearchDocument } from './types.ts'

type EditionRow = {
  id: string
  slug: string
  name: string
  series_slug: string
  series_name: string
  language: string
  motto: LocalizedText
  description: LocalizedText
  starts_on: string | null
  place: string | null
  organisers: string[]
  lands: string[]
}

async function readEdition(db: Db, editionId: string): Promise<EditionRow | undefined> {
  const found = await sql<EditionRow>`
    select e.id, e.slug, e.name, s.slug as series_slug, s.name as series_name, s.language, e.motto, e.description,
      e.starts_on, concat_ws(', ', v.name, v.city) as place,
      array(select distinct o.name from edition_organisers eo join organisations o on o.id = eo.organisation_id
        where eo.edition_id = e.id order by o.name) as organisers,
      array(select land::text from edition_lands where edition_id = e.id
        union select v.land::text where v.land is not null order by 1) as lands
    from editions e join series s on s.id = e.series_id left join venues v on v.id = e.venue_id
    where e.id = ${editionId} and e.visibility = 'public'`.execute(db)
  return found.rows[0]
}

type SessionRow = {
  data: ProgrammeSession
  lands: string[]
  other_names: string[]
  recap: { title: LocalizedText; body: LocalizedText; conclusion: LocalizedText } | null
}

async function readSessions(db: Db, editionId: string): Promise<SessionRow[]> {
  const found = await sql<SessionRow>`
    select p.data,
      array(select distinct o.land::text from published_appearances a join organisations o on o.id = a.organisation_id
        where a.session_id = p.session_id and o.land is not null order by 1) as lands,
      array(select distinct n.name from published_appearances a
        join person_names n on n.person_id = a.person_id join persons o on o.id = n.person_id
        where a.session_id = p.session_id and n.name <> o.name order by 1) as other_names,
      (select jsonb_build_object('title', r.title, 'body', r.body, 'conclusion', r.conclusion)
        from recaps r where r.session_id = p.session_id and r.visibility = 'public') as recap
    from published_sessions p where p.edition_id = ${editionId} and p.type <> 'break'
    order by p.day, p.starts_at, p.position, p.session_id`.execute(db)
  return found.rows
}

function topicNames(topic: Topic): string[] {
  return [topic.name.de, topic.name.en, ...topic.synonyms].filter((name) => name !== undefined)
}

/** What people call a session of this type when they look for one. */
const typeNames: Record<SessionType, string> = {
  impulse: 'Impulsvortrag',
  talk: 'Vortrag',
  workshop: 'Workshop',
  panel: 'Panel',
  opening: 'Eröffnung',
  closing: 'Abschluss',
  break: 'Pause',
  networking: 'Netzwerken',
  poster: 'Poster',
  lightning: 'Kurzvortrag',
  other: '',
}

function sessionDocument(edition: EditionRow, row: SessionRow, topics: ReadonlyMap<string, Topic>): SearchDocument {
  const session = row.data
  const own = session.topicIds.flatMap((id) => topics.get(id) ?? [])
  const text = (value: string | null) => textIn(session.language, value && plainText(value))
  const recap = row.recap && joinTexts(row.recap.title, row.recap.body, row.recap.conclusion)
  return {
    kind: 'session',
    refId: session.id,
    language: session.language,
    path: `/${edition.series_slug}/${edition.slug}/programm/beitrag/${session.slug}`,
    title: textIn(session.language, session.title),
    subtitle: textIn(session.language, session.subtitle),
    people: peopleLine(session.appearances),
    names: [typeNames[session.type], ...own.flatMap(topicNames), ...row.other_names],
    lead: text(session.abstract),
    body: joinTexts(text(session.description), text(session.method), plainTexts(recap)),
    edition: edition.name,
    years: yearsOf(edition.starts_on),
    lands: row.lands,
    topics: own.map((topic) => topic.slug),
  }
}

function editionDocument(edition: EditionRow): SearchDocument {
  return {
    kind: 'edition',
    refId: edition.id,
    language: edition.language,
    path: `/${edition.series_slug}/${edition.slug}`,
    title: textIn(edition.language, edition.name),
    subtitle: edition.motto,
    people: edition.organisers.join(', '),
    names: [edition.series_name, edition.place ?? '', edition.starts_on?.slice(0, 4) ?? ''],
    lead: plainTexts(edition.description),
    body: {},
    edition: edition.name,
    years: yearsOf(edition.starts_on),
    lands: edition.lands,
    topics: [],
  }
}

type RecapRow = { id: string; title: LocalizedText; body: LocalizedText; conclusion: LocalizedText }

async function readRecaps(db: Db, edition: EditionRow): Promise<SearchDocument[]> {
  const found = await sql<RecapRow>`select id, title, body, conclusion from recaps
    where edition_id = ${edition.id} and session_id is null and visibility = 'public' order by id`.execute(db)
  return found.rows.map((row) => ({
    ...editionDocument(edition),
    kind: 'recap',
    refId: row.id,
    path: `/${edition.series_slug}/${edition.slug}/rueckblick`,
    title: row.title,
    subtitle: {},
    people: '',
    lead: plainTexts(row.body),
    body: plainTexts(row.conclusion),
  }))
}

type MaterialRow = {
  id: string
  title: string
  language: string | null
  session_slug: string | null
  session_title: string | null
  session_language: string | null
}

async function readMaterials(db: Db, edition: EditionRow): Promise<SearchDocument[]> {
  const found = await sql<MaterialRow>`
    select m.id, m.title, m.language, p.slug as session_slug, p.title as session_title, p.language as session_language
    from materials m left join published_sessions p on p.session_id = m.session_id
    join material_consents consent on consent.material_id = m.id
    where m.edition_id = ${edition.id} and m.state = 'available'
      and not consent.is_refused and (m.has_consent or consent.is_given)
      and (m.session_id is null or p.session_id is not null) order by m.id`.execute(db)
  const home = `/${edition.series_slug}/${edition.slug}`
  return found.rows.map((row) => {
    const language = row.language ?? row.session_language ?? edition.language
    return {
      ...editionDocument(edition),
      kind: 'material',
      refId: row.id,
      language,
      path: row.session_slug ? `${home}/programm/beitrag/${row.session_slug}` : home,
      title: textIn(language, row.title),
      subtitle: textIn(language, row.session_title),
      people: '',
      names: [],
      lead: {},
    }
  })
}

/** Everything public that belongs to one edition: sessions, itself, its recaps and materials. Empty unless it is public. */
export async function readEditionDocuments(db: Db, editionId: string): Promise<SearchDocument[]> {
  const edition = await readEdition(db, editionId)
  if (!edition) return []
  const topics = new Map((await listTopics(db)).map((topic) => [topic.id, topic]))
  const sessions = (await readSessions(db, editionId)).map((row) => sessionDocument(edition, row, topics))
  return [
    editionDocument(edition),
    ...sessions,
    ...(await readRecaps(db, edition)),
    ...(await readMaterials(db, edition)),
  ]
}
