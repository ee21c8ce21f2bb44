import type { Db } from '../../../platform/database/tables.ts'
import { mayShowMaterial } from '../../programme/consents/rules.ts'
import type { Material } from './types.ts'

function selectMaterials(db: Db) {
  return db
    .selectFrom('materials')
    .leftJoin('published_sessions', 'published_sessions.session_id', 'materials.session_id')
    .innerJoin('material_consents', 'material_consents.material_id', 'materials.id')
    .select([
      'materials.id',
      'kind',
      'materials.title',
      'url',
      'materials.language',
      'licence',
      'materials.state',
      'has_consent',
      'is_refused',
      'is_given',
      'published_sessions.slug',
      'published_sessions.title as sessionTitle',
    ])
    .where((where) =>
      where.or([where('materials.session_id', 'is', null), where('published_sessions.session_id', 'is not', null)]),
    )
    .orderBy('published_sessions.position', (order) => order.asc().nullsFirst())
    .orderBy('materials.position')
    .orderBy('materials.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof selectMaterials>['execute']>>[number]

function toMaterial({ has_consent, is_refused, is_given, slug, sessionTitle, url, ...row }: Row): Material {
  const concerned = { isRefused: is_refused, isGiven: is_given }
  const mayBeSeen = row.state === 'available' && mayShowMaterial(has_consent, concerned)
  return {
    ...row,
    url: mayBeSeen ? url : null,
    session: slug && sessionTitle ? { slug, title: sessionTitle } : null,
  }
}

/** The materials of an edition, those about it as a whole first, then in programme order. One query. */
export async function listMaterials(db: Db, editionId: string): Promise<Material[]> {
  const rows = await selectMaterials(db).where('materials.edition_id', '=', editionId).execute()
  return rows.map(toMaterial)
}

/** The materials of one published session. One query. */
export async function listSessionMaterials(db: Db, sessionId: string): Promise<Material[]> {
  const rows = await selectMaterials(db).where('materials.session_id', '=', sessionId).execute()
  return rows.map(toMaterial)
}
