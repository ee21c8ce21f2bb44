import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { diffProgrammes, isUnchanged } from '../../changes/rules.ts'
import { lockEdition, saveDraft } from '../../draft/commands.ts'
import { readDraft } from '../../draft/queries.ts'
import type { LockedEdition } from '../../draft/types.ts'
import { findImpact } from '../../impact/rules.ts'
import type { Impact } from '../../impact/types.ts'
import type { Doing } from '../../journal/types.ts'
import { noteOutside } from '../../journal/writing/commands.ts'
import type { NoticeWish } from '../../notices/types.ts'
import { renewProgramme } from '../../projection/restoring/commands.ts'
import type { Programme } from '../../types.ts'
import { publishProgramme } from '../publishing/commands.ts'
import { findLatestRelease } from '../queries.ts'
import { changeOne } from './rules.ts'
import type { AloneOutcome, PublishedAlone, SessionChange } from './types.ts'

const nobody: Impact = { sessionIds: [], roomIds: [], people: [] }

export type LoneChange = {
  readonly sessionId: string
  /** Made of the session as it is in the draft, and of the session as the public sees it. */
  readonly change: SessionChange
  /** Says to the public why, beside the release. */
  readonly note?: string | undefined
  /** How those whom it concerns are told; nobody is where nothing is said. */
  readonly notices?: NoticeWish | undefined
  /** What the journal of the draft calls it. */
  readonly doing: Doing
}

async function changeDraft(
  ctx: Context,
  tx: Transaction,
  edition: LockedEdition,
  draft: Programme,
  { sessionId, change, doing }: LoneChange,
): Promise<boolean> {
  const after = changeOne(draft, sessionId, change)
  const changes = diffProgrammes(draft, after)
  if (isUnchanged(changes)) return false
  const origin = await tx.selectFrom('sessions').select('source_key').where('id', '=', sessionId).executeTakeFirst()
  const save = { sourceOf: () => origin?.source_key ?? null, now: ctx.now() }
  await saveDraft(tx, edition.id, after, changes, save)
  await noteOutside(ctx, tx, edition.id, doing)
  return true
}

/** The latest release with this change and no other: what else the draft holds is not ready to be seen. */
async function publishChange(
  ctx: Context,
  tx: Transaction,
  edition: LockedEdition,
  { sessionId, note, notices, change }: LoneChange,
): Promise<PublishedAlone> {
  const former = await findLatestRelease(tx, edition.id)
  if (!former) return { release: null, impact: nobody, told: null }
  const changed = changeOne(former.programme, sessionId, change)
  const impact = findImpact(former.programme, changed)
  if (impact.sessionIds.length === 0) return { release: null, impact, told: null }
  const programme = await renewProgramme(tx, changed)
  const publishing = { programme, former, note, notices, resequence: [sessionId] }
  const outcome = await publishProgramme(ctx, tx, edition, publishing)
  if (outcome.kind === 'unchanged') return { release: null, impact, told: null }
  return { release: outcome.release, impact, told: outcome.told }
}

/**
 * Changes one session of a locked edition in its draft and, with this change alone, in what the public sees: pages, calendars
 * and PDF follow from the release. What others have under way in the draft is not published with it.
 */
export async function changeAlone(
  ctx: Context,
  tx: Transaction,
  edition: LockedEdition,
  draft: Programme,
  lone: LoneChange,
): Promise<AloneOutcome> {
  const isDraftChanged = await changeDraft(ctx, tx, edition, draft, lone)
  const published = await publishChange(ctx, tx, edition, lone)
  return isDraftChanged || published.release ? { kind: 'done', ...published } : { kind: 'unchanged' }
}

/** `changeAlone` as the whole of a use case, for who may edit and publish. Throws `session.not_found`. */
export async function changeAndPublish(ctx: Context, scope: EditionScope, lone: LoneChange): Promise<AloneOutcome> {
  ctx.authorize('programme.edit', scope)
  ctx.authorize('programme.publish', scope)
  return ctx.transaction(async (tx) => {
    const edition = await lockEdition(tx, scope.editionId)
    const draft = await readDraft(tx, scope.editionId)
    if (!draft.sessions.some((one) => one.id === lone.sessionId))
      throw new DomainError('session.not_found', { id: lone.sessionId })
    return changeAlone(ctx, tx, edition, draft, lone)
  })
}
