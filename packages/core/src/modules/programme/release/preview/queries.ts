import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Db } from '../../../../platform/database/tables.ts'
import { emptyProgramme } from '../../changes/rules.ts'
import { readCircumstances } from '../../circumstances/queries.ts'
import type { Circumstances } from '../../circumstances/types.ts'
import { readDraft } from '../../draft/queries.ts'
import type { Programme } from '../../types.ts'
import { sortWarnings } from '../../warnings/acceptance/rules.ts'
import { listAcceptances } from '../../warnings/queries.ts'
import { findWarnings } from '../../warnings/rules.ts'
import type { Warning } from '../../warnings/types.ts'
import { findDifference } from '../difference/rules.ts'
import type { Difference } from '../difference/types.ts'
import { findLatestRelease } from '../queries.ts'

export type PublishPreview = Difference & {
  /** The number of the release that is seen now; null before the first. */
  readonly formerNumber: number | null
  /** What the warnings go by. */
  readonly circumstances: Circumstances
  /** Errors that nobody has accepted: publishing with them needs a second look. */
  readonly openErrors: readonly Warning[]
}

/** The errors of a draft that nobody has accepted, and what they go by. */
export async function readOpenErrors(
  db: Db,
  scope: EditionScope,
  draft: Programme,
): Promise<Pick<PublishPreview, 'circumstances' | 'openErrors'>> {
  const [circumstances, acceptances] = await Promise.all([
    readCircumstances(db, scope.editionId),
    listAcceptances(db, scope),
  ])
  const { open } = sortWarnings(findWarnings(draft, circumstances), acceptances)
  return {
    circumstances,
    openErrors: open.map(({ warning }) => warning).filter((warning) => warning.severity === 'error'),
  }
}

/** What publishing the draft would change, for whom, and what is still wrong with it. Sixteen queries whatever its size. */
export async function previewPublishing(db: Db, scope: EditionScope): Promise<PublishPreview> {
  const [draft, former] = await Promise.all([readDraft(db, scope.editionId), findLatestRelease(db, scope.editionId)])
  const errors = await readOpenErrors(db, scope, draft)
  const difference = findDifference(former?.programme ?? emptyProgramme(draft.timeZone), draft)
  const formerNumber = former?.number ?? null
  return { ...difference, isUnchanged: former !== null && difference.isUnchanged, formerNumber, ...errors }
}
