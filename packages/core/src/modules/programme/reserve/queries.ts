import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { titledName } from '../../people/persons/names/rules.ts'
import type { Reserve } from './types.ts'

function selectReserves(db: Db, scope: EditionScope) {
  return db
    .selectFrom('reserves')
    .innerJoin('persons', 'persons.id', 'reserves.person_id')
    .select([
      'reserves.id',
      'reserves.revision',
      'reserves.person_id as personId',
      'persons.name as personName',
      'persons.academic_title as academicTitle',
      'reserves.function',
      'reserves.organisation_name as organisationName',
      'reserves.mode',
      'reserves.title',
      'reserves.abstract',
      'reserves.note',
      'reserves.state',
    ])
    .where('reserves.edition_id', '=', scope.editionId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectReserves>['execute']>>[number]

function toReserve({ personName, academicTitle, ...row }: Row): Reserve {
  return { ...row, name: titledName({ name: personName, academicTitle }) }
}

/** Everybody who could stand in at an edition, whatever their state, by name. One query. */
export async function listReserves(db: Db, scope: EditionScope): Promise<Reserve[]> {
  const rows = await selectReserves(db, scope).orderBy('persons.sort_key').orderBy('reserves.id').execute()
  return rows.map(toReserve)
}

/** The entry of this edition's reserve list with this id. One query. */
export async function findReserve(db: Db, scope: EditionScope, id: string): Promise<Reserve | null> {
  const row = await selectReserves(db, scope).where('reserves.id', '=', id).executeTakeFirst()
  return row ? toReserve(row) : null
}
