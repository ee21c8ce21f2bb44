import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { lockOwned } from '../../../../platform/database/owned-rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { requireOrganisations } from '../../../people/organisations/queries.ts'
import type { EditionFactsInput } from '../../schema.ts'
import { requireSources } from '../../sources/queries.ts'
import { saveEditionFacts } from '../commands.ts'
import type { RepeatedFact } from '../types.ts'

function findRepeated({ organisers, lands }: EditionFactsInput): RepeatedFact | undefined {
  const keys = {
    organisers: organisers.map(({ organisationId, role }) => `${organisationId} ${role}`),
    lands: lands.map(({ land }) => land),
  }
  for (const list of ['organisers', 'lands'] as const) {
    const row = keys[list].findIndex((key, index) => keys[list].indexOf(key) < index)
    if (row >= 0) return { kind: 'twice', list, row }
  }
  return undefined
}

const sourcesOf = (facts: EditionFactsInput) => [
  facts.dateSourceId,
  ...[...facts.lands, ...facts.attendance, ...facts.announcements].map(({ sourceId }) => sourceId),
]

/** Throws `edition.not_found` when an announcement is about an edition of another series. */
async function requireEditions(tx: Transaction, { seriesId }: EditionScope, facts: EditionFactsInput): Promise<void> {
  const wanted = facts.announcements.flatMap(({ editionId }) => editionId ?? [])
  if (wanted.length === 0) return
  const known = await tx.selectFrom('editions').select('id').where('series_id', '=', seriesId).execute()
  const foreign = wanted.find((id) => !known.some((edition) => edition.id === id))
  if (foreign !== undefined) throw new DomainError('edition.not_found', { edition: foreign })
}

/**
 * Replaces organisers, figures, Länder and announcements of an edition by those of the form. `expectedRevision`: of the
 * edition. Throws `edition.not_found`, `source.not_found` for what is not of the same series, and `organisation.not_found`.
 */
export async function changeEditionFacts(
  ctx: Context,
  scope: EditionScope,
  facts: EditionFactsInput,
  expectedRevision?: number,
): Promise<{ readonly kind: 'saved' | 'conflict' } | RepeatedFact> {
  ctx.authorize('edition.manage', scope)
  const repeated = findRepeated(facts)
  if (repeated) return repeated
  const { editionId, seriesId } = scope
  return ctx.transaction(async (tx) => {
    const state = await lockOwned(tx, 'editions', editionId, { series_id: seriesId }, expectedRevision)
    if (state === 'missing') throw new DomainError('edition.not_found', { edition: editionId })
    if (state === 'changed') return { kind: 'conflict' }
    await requireSources(tx, scope, sourcesOf(facts))
    await requireEditions(tx, scope, facts)
    await requireOrganisations(
      tx,
      facts.organisers.map(({ organisationId }) => organisationId),
    )
    await saveEditionFacts(ctx.in(tx), { id: editionId, seriesId }, facts)
    await ctx.publish(tx, 'EditionChanged', { editionId })
    return { kind: 'saved' }
  })
}
