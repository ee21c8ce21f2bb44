import type { Schedule } from '@fachtag/formats/schedule/types'
import type { Db } from '../../../platform/database/tables.ts'
import { findOrganisationsByName } from '../../people/organisations/queries.ts'
import { readDraft, readRemoved } from '../draft/queries.ts'
import type { ImportGround, NamedOrganisation, SessionOrigin } from './types.ts'

async function readOrigins(db: Db, editionId: string): Promise<Map<string, SessionOrigin>> {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'source_key as sourceKey', 'reference'])
    .where('edition_id', '=', editionId)
    .execute()
  return new Map(rows.map(({ id, ...origin }) => [id, origin]))
}

/** The edition as an import of `sourceKey` finds it. The number of queries does not grow with it. */
export async function readGround(db: Db, editionId: string, sourceKey: string): Promise<ImportGround> {
  const [draft, removed, origins, last] = await Promise.all([
    readDraft(db, editionId),
    readRemoved(db, editionId),
    readOrigins(db, editionId),
    db
      .selectFrom('imports')
      .select(['track_ids', 'room_ids'])
      .where('edition_id', '=', editionId)
      .where('source_key', '=', sourceKey)
      .executeTakeFirst(),
  ])
  const brought = { trackIds: last?.track_ids ?? [], roomIds: last?.room_ids ?? [] }
  return { draft, removed, origins, brought }
}

/** The organisations with a page that `schedule` names, by folded name. One query. */
export async function findNamedOrganisations(db: Db, schedule: Schedule): Promise<Map<string, NamedOrganisation>> {
  const people = schedule.sessions.flatMap((session) => [...session.people])
  return findOrganisationsByName(
    db,
    people.flatMap((person) => person.organisation ?? []),
  )
}

/** The language that an edition's sessions are held in where nothing says otherwise. */
export async function findEditionLanguage(db: Db, editionId: string): Promise<string> {
  const row = await db
    .selectFrom('editions')
    .innerJoin('series', 'series.id', 'editions.series_id')
    .select('series.language')
    .where('editions.id', '=', editionId)
    .executeTakeFirst()
  return row?.language ?? 'de'
}
