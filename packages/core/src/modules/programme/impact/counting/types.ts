import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'

/** What else a release touches beside people and rooms. */
export const impactNames = ['bookmarks'] as const
export type ImpactName = (typeof impactNames)[number]

/** One line of the table of what a release touches (`app/impact-parts.ts`): modules that come later add theirs. */
export type ImpactPart = {
  readonly name: ImpactName
  /** How much of it has to do with one of these sessions, each counted once. One query. */
  count(db: Db, scope: EditionScope, sessionIds: readonly string[]): Promise<number>
}

export type ImpactCount = { readonly name: ImpactName; readonly count: number }
