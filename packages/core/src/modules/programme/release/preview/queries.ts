import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { reportChanges } from '../../changelog/rules.ts'
import type { ChangeReport } from '../../changelog/types.ts'
import { diffProgrammes, emptyProgramme, isUnchanged } from '../../changes/rules.ts'
import { readCircumstances } from '../../circumstances/queries.ts'
import { readDraft } from '../../draft/queries.ts'
import { findImpact } from '../../impact/rules.ts'
import type { Impact } from '../../impact/types.ts'
import { sortWarnings } from '../../warnings/acceptance/rules.ts'
import { listAcceptances } from '../../warnings/queries.ts'
import { findWarnings } from '../../warnings/rules.ts'
import type { Warning } from '../../warnings/types.ts'
import { findLatestRelease } from '../queries.ts'

export type PublishPreview = {
  /** The number of the release that is seen now; null before the first. */
  readonly formerNumber: number | null
  readonly isUnchanged: boolean
  readonly report: ChangeReport
  readonly impact: Impact
  /** Errors that nobody has accepted: publishing with them needs a second look. */
  readonly openErrors: readonly Warning[]
}

/** What publishing the draft would change, for whom, and what is still wrong with it. Fourteen queries whatever its size. */
export async function previewPublishing(db: Db, scope: EditionScope): Promise<PublishPreview> {
  const [draft, former, circumstances, acceptances] = await Promise.all([
    readDraft(db, scope.editionId),
    findLatestRelease(db, scope.editionId),
    readCircumstances(db, scope.editionId),
    listAcceptances(db, scope),
  ])
  const before = former?.programme ?? emptyProgramme(draft.timeZone)
  const changes = diffProgrammes(before, draft)
  const { open } = sortWarnings(findWarnings(draft, circumstances), acceptances)
  return {
    formerNumber: former?.number ?? null,
    isUnchanged: former !== null && isUnchanged(changes),
    report: reportChanges(before, draft, changes),
    impact: findImpact(before, draft),
    openErrors: open.map(({ warning }) => warning).filter((warning) => warning.severity === 'error'),
  }
}
