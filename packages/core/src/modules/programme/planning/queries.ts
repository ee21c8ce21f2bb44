import { sql } from 'kysely'
import type { EditionScope } from '../../../kernel/scope.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { listBookmarks } from '../bookmarks/queries.ts'
import { readCircumstances } from '../circumstances/queries.ts'
import { readBoard } from '../journal/queries.ts'
import { findLatestRelease } from '../release/queries.ts'
import { listVariants } from '../variants/queries.ts'
import { withPlaces } from '../variants/rules.ts'
import { listEarlierInterest } from './demand/queries.ts'
import { estimateDemand } from './demand/rules.ts'
import { figuresOf } from './figures/rules.ts'
import type { PlanFigures } from './figures/types.ts'
import { readLevels } from './levels/queries.ts'
import { marksOf } from './problem/rules.ts'
import { findRun } from './runs/queries.ts'
import type { Loss, PlanningInput } from './types.ts'

async function listDays(db: Db, editionId: string): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`select to_char(day, 'YYYY-MM-DD') as day from editions,
    generate_series(starts_on, coalesce(ends_on, starts_on), interval '1 day') as day
    where id = ${editionId} and date_precision = 'day' and ends_on - starts_on < 30`.execute(db)
  return rows.map((row) => row.day)
}

/** Everything that planning the edition goes by, as it is stored now. Nineteen queries whatever its size. */
export async function readPlanningInput(db: Db, scope: EditionScope): Promise<PlanningInput> {
  const { editionId } = scope
  const [board, circumstances, release, bookmarks, levels, days, earlier] = await Promise.all([
    readBoard(db, editionId),
    readCircumstances(db, editionId),
    findLatestRelease(db, editionId),
    listBookmarks(db, scope),
    readLevels(db, editionId),
    listDays(db, editionId),
    listEarlierInterest(db, scope),
  ])
  const known = { needs: circumstances.sessionNeeds, marks: marksOf({ bookmarks }), earlier }
  const demand = estimateDemand(board.programme, known)
  return { board, circumstances, published: release?.programme ?? null, bookmarks, demand, levels, days }
}

/** The edition as it would be with what waits to be accepted, and what that had to do without: what an explanation is about. */
export async function readProposed(
  db: Db,
  scope: EditionScope,
): Promise<{ readonly input: PlanningInput; readonly losses: readonly Loss[] }> {
  const [input, run] = await Promise.all([readPlanningInput(db, scope), findRun(db, scope)])
  if (run?.outcome?.kind !== 'proposal') return { input, losses: [] }
  const programme = withPlaces(input.board.programme, run.outcome.places)
  return { input: { ...input, board: { ...input.board, programme } }, losses: run.task.losses ?? [] }
}

export type NamedFigures = { readonly id: string; readonly name: string; readonly figures: PlanFigures }

/** The draft (null) and each variant of an edition in figures. */
export async function compareFigures(
  db: Db,
  scope: EditionScope,
  input: PlanningInput,
): Promise<{ readonly draft: PlanFigures; readonly variants: readonly NamedFigures[] }> {
  const { programme } = input.board
  const variants = await listVariants(db, scope)
  return {
    draft: figuresOf(programme, input),
    variants: variants.map(({ id, name, places }) => ({
      id,
      name,
      figures: figuresOf(withPlaces(programme, places), input),
    })),
  }
}
