import { DomainError } from '../../../kernel/errors.ts'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { readCircumstances } from '../circumstances/queries.ts'
import { readDraft } from '../draft/queries.ts'
import { compareProgrammes, withPlaces } from './rules.ts'
import type { Comparison, Variant } from './types.ts'

function selectVariants(db: Db, scope: EditionScope) {
  return db
    .selectFrom('variants')
    .select(['id', 'revision', 'name', 'note', 'base', 'placements as places', 'created_at as createdAt'])
    .where('edition_id', '=', scope.editionId)
}

/** What live messages about the changes of a variant are about; their stamp is its revision. */
export function variantTopic(editionId: string, id: string): string {
  return `variant ${editionId} ${id}`
}

/** The variants of an edition by name. One query. */
export function listVariants(db: Db, scope: EditionScope): Promise<Variant[]> {
  return selectVariants(db, scope).orderBy('name').execute()
}

/** The variant of this edition with this id. One query. Throws `variant.not_found`. */
export async function findVariant(db: Db, scope: EditionScope, id: string): Promise<Variant> {
  const variant = await selectVariants(db, scope).where('id', '=', id).executeTakeFirst()
  if (!variant) throw new DomainError('variant.not_found', { id })
  return variant
}

/** Two variants compared; null is the draft. Throws `variant.not_found`. */
export async function compareVariants(
  db: Db,
  scope: EditionScope,
  first: string | null,
  second: string | null,
): Promise<Comparison> {
  const [draft, circumstances, ...variants] = await Promise.all([
    readDraft(db, scope.editionId),
    readCircumstances(db, scope.editionId),
    ...[first, second].map((id) => (id === null ? null : findVariant(db, scope, id))),
  ])
  const [a, b] = variants.map((variant) => (variant ? withPlaces(draft, variant.places) : draft))
  return compareProgrammes(a!, b!, circumstances)
}
