import type { EditionScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { mayShowMaterial } from '../../programme/consents/rules.ts'
import type { DraftMaterial, Material } from './types.ts'

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

function selectDraftMaterials(db: Db, scope: EditionScope) {
  return db
    .selectFrom('materials')
    .leftJoin('sessions', 'sessions.id', 'materials.session_id')
    .select([
      'materials.id',
      'materials.revision',
      'materials.kind',
      'materials.title',
      'materials.url',
      'materials.language',
      'materials.licence',
      'materials.has_consent as hasConsent',
      'materials.state',
      'sessions.id as sessionId',
      'sessions.title as sessionTitle',
    ])
    .where('materials.edition_id', '=', scope.editionId)
    .orderBy('sessions.position', (order) => order.asc().nullsFirst())
    .orderBy('sessions.id', (order) => order.asc().nullsFirst())
    .orderBy('materials.position')
    .orderBy('materials.id')
}

type DraftRow = Awaited<ReturnType<ReturnType<typeof selectDraftMaterials>['execute']>>[number]

const toDraft = ({ sessionId, sessionTitle, ...row }: DraftRow): DraftMaterial => ({
  ...row,
  session: sessionId && sessionTitle !== null ? { id: sessionId, title: sessionTitle } : null,
})

/** Every material of the edition, also of sessions that nobody sees yet: those about it as a whole first. One query. */
export async function listDraftMaterials(ctx: Context, scope: EditionScope): Promise<DraftMaterial[]> {
  ctx.authorize('material.manage', scope)
  return (await selectDraftMaterials(ctx.db, scope).execute()).map(toDraft)
}

/** The material of this edition with this id. One query. */
export async function findDraftMaterial(ctx: Context, scope: EditionScope, id: string): Promise<DraftMaterial | null> {
  ctx.authorize('material.manage', scope)
  const row = await selectDraftMaterials(ctx.db, scope).where('materials.id', '=', id).executeTakeFirst()
  return row ? toDraft(row) : null
}
