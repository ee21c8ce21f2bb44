import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { listSkeleton } from '../queries.ts'

type Counted = 'tracks' | 'rooms' | 'slots'

/** How many rows of `table` belong to the edition. One query. */
export async function countOfEdition(db: Db, table: Counted, { editionId }: EditionScope): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('edition_id', '=', editionId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** 1 where the edition has a venue. One query. */
export async function countVenue(db: Db, { editionId }: EditionScope): Promise<number> {
  const row = await db.selectFrom('editions').select('venue_id').where('id', '=', editionId).executeTakeFirst()
  return row?.venue_id ? 1 : 0
}

/** Who organises the edition; sponsors and supporters are asked anew. One query. */
export function listOrganisersToKeep(db: Db, { editionId }: EditionScope) {
  return db
    .selectFrom('edition_organisers')
    .select(['organisation_id', 'role', 'note', 'position'])
    .where('edition_id', '=', editionId)
    .where('role', 'in', ['organiser', 'cooperation'])
    .execute()
}

/** 1 where the edition describes itself. One query. */
export async function countTexts(db: Db, { editionId }: EditionScope): Promise<number> {
  const row = await db.selectFrom('editions').select('description').where('id', '=', editionId).executeTakeFirst()
  return row?.description.de || row?.description.en ? 1 : 0
}

/** How many present contact persons the series has. One query. */
export async function countContacts(db: Db, { seriesId }: EditionScope): Promise<number> {
  const row = await db
    .selectFrom('contacts')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('series_id', '=', seriesId)
    .where('is_current', '=', true)
    .executeTakeFirstOrThrow()
  return row.count
}

/** How many sessions the skeleton of the programme has. One query. */
export async function countSkeleton(db: Db, from: EditionScope): Promise<number> {
  return (await listSkeleton(db, from)).length
}
