import type { Schedule } from '@fachtag/formats/schedule/types'
import { DomainError } from '../../../../kernel/errors.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { saveEdition } from '../../../editions/commands.ts'
import { editionInput } from '../../../editions/schema.ts'
import { saveSeries } from '../../../editions/series/commands.ts'
import { seriesInput } from '../../../editions/series/schema.ts'
import { lockPersons } from '../../../people/persons/commands.ts'
import { type ImportInput, importSchedule, namesPeople } from '../commands.ts'
import type { ImportReport } from '../types.ts'
import { describeEdition } from './rules.ts'

export type NewEdition = {
  readonly schedule: Schedule
  /** Slug of the series; it is made from the title of the schedule where nobody says it, and added where there is none. */
  readonly series?: string | undefined
  /** Slug of the edition; the year where nobody says it. */
  readonly edition?: string | undefined
}

export type AddedEdition = { readonly id: string; readonly seriesSlug: string; readonly slug: string }

async function findOrAddSeries(
  ctx: Context,
  tx: Transaction,
  input: { readonly slug: string; readonly name: string; readonly language: 'de' | 'en' },
): Promise<string> {
  const stored = await tx.selectFrom('series').select('id').where('slug', '=', input.slug).executeTakeFirst()
  return stored?.id ?? saveSeries(ctx.in(tx), seriesInput.parse(input))
}

/**
 * Adds a public edition named, dated and placed as `schedule` says, in a series that is added where it does not exist.
 * Throws `edition.exists` where the series has an edition of that slug already.
 */
export async function addEditionFor(ctx: Context, input: NewEdition): Promise<AddedEdition> {
  const today = ctx.now().toZonedDateTimeISO(input.schedule.timeZone).toPlainDate().toString()
  const described = describeEdition(input.schedule, today)
  const series = { ...described.series, slug: input.series ?? described.series.slug }
  const edition = editionInput.parse({ ...described.edition, slug: input.edition ?? described.edition.slug })
  return ctx.transaction(async (tx) => {
    const seriesId = await findOrAddSeries(ctx, tx, series)
    const taken = await tx
      .selectFrom('editions')
      .select('id')
      .where('series_id', '=', seriesId)
      .where('slug', '=', edition.slug)
      .executeTakeFirst()
    if (taken) throw new DomainError('edition.exists', { series: series.slug, edition: edition.slug })
    const id = await saveEdition(ctx.in(tx), seriesId, edition)
    return { id, seriesSlug: series.slug, slug: edition.slug }
  })
}

export type NewEditionImport = NewEdition & Omit<ImportInput, 'editionId' | 'schedule'>

class Rehearsal extends Error {
  readonly outcome: { readonly edition: AddedEdition; readonly report: ImportReport }

  constructor(outcome: Rehearsal['outcome']) {
    super('rolled back because it was only a rehearsal')
    this.outcome = outcome
  }
}

/**
 * `addEditionFor` and `importSchedule` as one: both or neither. With `dryRun` everything is tried and taken back; it may
 * not run within another transaction then, because that would be taken back with it.
 */
export async function importNewEdition(ctx: Context, input: NewEditionImport): Promise<Rehearsal['outcome']> {
  const { dryRun = false, schedule, sourceKey, isTable, publish } = input
  return ctx
    .transaction(async (tx) => {
      if (namesPeople(schedule)) await lockPersons(tx)
      const edition = await addEditionFor(ctx.in(tx), input)
      const report = await importSchedule(ctx.in(tx), {
        editionId: edition.id,
        schedule,
        sourceKey,
        isTable,
        dryRun,
        publish,
      })
      if (dryRun) throw new Rehearsal({ edition, report })
      return { edition, report }
    })
    .catch((error: unknown) => {
      if (error instanceof Rehearsal) return error.outcome
      throw error
    })
}
