import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { SeriesScope } from '../../../kernel/scope.ts'
import type { Context } from '../../../platform/context/types.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { findPredecessor } from './queries.ts'
import { daysBetween, shiftDay } from './rules.ts'
import type { NextEditionInput } from './schema.ts'
import type { EditionPart, PlanNextEditionOutcome, Predecessor } from './types.ts'

/** Adds the edition itself, as a draft. Answers its id; null where the series has one at this address. */
async function addEdition(
  tx: Transaction,
  series: SeriesScope,
  predecessor: Predecessor,
  input: NextEditionInput,
): Promise<string | null> {
  const days = daysBetween(predecessor.startsOn, input.firstDay)
  const accent = tx.selectFrom('editions').select('accent').where('id', '=', predecessor.id)
  const row = await tx
    .insertInto('editions')
    .values({
      id: newId('edition'),
      series_id: series.seriesId,
      slug: input.slug,
      number: input.number ?? null,
      name: input.name,
      starts_on: input.firstDay ?? null,
      ends_on: shiftDay(predecessor.endsOn, days),
      date_certainty: input.certainty,
      time_zone: predecessor.timeZone,
      state: 'planned',
      visibility: 'draft',
      accent: (of) => of.selectFrom(accent.as('former')).select('former.accent'),
    })
    .onConflict((conflict) => conflict.columns(['series_id', 'slug']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * Makes the next edition of a series from an earlier one, as a draft: of `parts` those that `input` names are taken over,
 * moved by the days between the first days. Nobody's appearance is. Throws `edition.not_found` for an edition to begin with
 * that the series does not have.
 */
export async function planNextEdition(
  ctx: Context,
  parts: readonly EditionPart[],
  series: SeriesScope,
  input: NextEditionInput,
): Promise<PlanNextEditionOutcome> {
  ctx.authorize('series.manage', series)
  return ctx.transaction(async (tx) => {
    const predecessor = await findPredecessor(tx, series, input.fromEditionId)
    if (!predecessor) throw new DomainError('edition.not_found', { edition: input.fromEditionId })
    const editionId = await addEdition(tx, series, predecessor, input)
    if (editionId === null) return { kind: 'taken' }
    const succession = {
      from: await scopeOfEdition(tx, predecessor.id),
      to: { editionId, seriesId: series.seriesId },
      days: daysBetween(predecessor.startsOn, input.firstDay),
      timeZone: predecessor.timeZone,
      language: predecessor.language,
    }
    for (const part of parts) if (input.parts.includes(part.name)) await part.copy(tx, succession)
    await touchPublication(tx)
    return { kind: 'planned', editionId, slug: input.slug }
  })
}
