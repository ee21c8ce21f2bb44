import type { Db } from '../../../../platform/database/tables.ts'
import type { NamedWish } from './types.ts'

/** The wishes about the order of sessions of an edition, by title. One query. */
export function listNamedWishes(db: Db, editionId: string): Promise<NamedWish[]> {
  return db
    .selectFrom('order_wishes')
    .innerJoin('sessions as first', 'first.id', 'first_session_id')
    .innerJoin('sessions as second', 'second.id', 'then_session_id')
    .select(['order_wishes.id', 'first.title as firstTitle', 'second.title as thenTitle', 'reason'])
    .where('order_wishes.edition_id', '=', editionId)
    .orderBy('first.title')
    .orderBy('order_wishes.id')
    .execute()
}

/** The sessions of an edition between which an order can be wished, by title. One query. */
export function listSessionsToOrder(db: Db, editionId: string): Promise<{ id: string; title: string }[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'title'])
    .where('edition_id', '=', editionId)
    .where('state', '=', 'planned')
    .where('type', 'not in', ['break', 'networking'])
    .orderBy('title')
    .orderBy('id')
    .execute()
}
