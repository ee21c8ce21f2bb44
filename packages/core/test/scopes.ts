import type { EditionScope } from '../src/kernel/scope.ts'

/** A scope that no database was asked for, for tests of the permission table. */
export const madeUpScope = (seriesId: string, editionId: string): EditionScope =>
  ({ seriesId, editionId }) as EditionScope
