import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import type { Context } from '../../../../platform/context/types.ts'
import { touchPublication } from '../../../../platform/database/publication.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../../editions/scope/queries.ts'
import { countChanges, reportChanges } from '../../changelog/rules.ts'
import { diffProgrammes, emptyProgramme, isUnchanged } from '../../changes/rules.ts'
import type { LockedEdition } from '../../draft/types.ts'
import { findImpact } from '../../impact/rules.ts'
import { writeNotices } from '../../notices/commands.ts'
import type { NoticeWish, Told } from '../../notices/types.ts'
import { rewriteProjection } from '../../projection/commands.ts'
import { noteWithdrawn } from '../../projection/withdrawing/commands.ts'
import { listWithdrawn } from '../../projection/withdrawing/queries.ts'
import type { Programme } from '../../types.ts'
import { sessionsToMark, sessionsToResequence } from '../rules.ts'
import type { PublishOutcome, Release } from '../types.ts'

export type Publishing = {
  /** What is to be seen from now on, and what was seen until now. */
  readonly programme: Programme
  readonly former: Release | null
  readonly name?: string | undefined
  readonly note?: string | undefined
  /** Sessions whose calendar entries count as changed whatever the programmes say. */
  readonly resequence?: readonly string[]
  /** How those whom it concerns are told; nobody is where nothing is said. */
  readonly notices?: NoticeWish | undefined
}

async function raiseSequences(tx: Transaction, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return
  await sql`update sessions set sequence = sequence + 1 where id = any(${sessionIds})`.execute(tx)
}

type Difference = { readonly before: Programme; readonly programme: Programme; readonly releaseId: string }

async function tell(
  ctx: Context,
  tx: Transaction,
  { id }: LockedEdition,
  { before, programme, releaseId }: Difference,
  wish: NoticeWish,
): Promise<Told> {
  const impact = findImpact(before, programme)
  return writeNotices(ctx, tx, await scopeOfEdition(tx, id), { impact, releaseId }, wish)
}

/**
 * Makes a programme the next release of a locked edition, which never changes again, and shows it to the public in the place
 * of the one before. One that is equal to that makes none. Who has to be told finds a mail in the outbox, in the same
 * transaction.
 */
export async function publishProgramme(
  ctx: Context,
  tx: Transaction,
  edition: LockedEdition,
  { programme, former, resequence = [], notices, ...given }: Publishing,
): Promise<PublishOutcome> {
  const before = former?.programme ?? emptyProgramme(programme.timeZone)
  const changes = diffProgrammes(before, programme)
  if (former && isUnchanged(changes)) return { kind: 'unchanged' }

  const number = (former?.number ?? 0) + 1
  const { name = String(number), note = null } = given
  const publishedAt = ctx.now().toString({ smallestUnit: 'millisecond' })
  const release = { id: newId('release'), number, name, publishedAt }
  const report = reportChanges(before, programme, changes)
  const { publishedAt: published_at, ...row } = release
  const stored = { ...row, edition_id: edition.id, note, snapshot: programme, changes, report, published_at }
  await insertRows(tx, 'releases', [stored])
  const returning = await listWithdrawn(
    tx,
    changes.sessions.added.map((session) => session.id),
  )
  const others = [...resequence, ...returning]
  await raiseSequences(tx, [...new Set([...sessionsToResequence(programme, changes), ...others])])
  const changed = { ids: new Set([...sessionsToMark(report), ...others]), at: publishedAt }
  await rewriteProjection(tx, edition, release, programme, changed)
  await noteWithdrawn(tx, edition.id, before, changes, publishedAt)
  await touchPublication(tx)
  const told = notices ? await tell(ctx, tx, edition, { before, programme, releaseId: release.id }, notices) : null
  await ctx.publish(tx, 'ProgrammePublished', { editionId: edition.id, releaseId: release.id })
  return { kind: 'published', release: { ...release, note, changes: countChanges(report) }, told }
}
