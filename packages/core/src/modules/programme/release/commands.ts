import { sql } from 'kysely'
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { insertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { scopeOfEdition } from '../../editions/scope/queries.ts'
import { countChanges, reportChanges } from '../changelog/rules.ts'
import { diffProgrammes, emptyProgramme, isUnchanged } from '../changes/rules.ts'
import { lockEdition } from '../draft/commands.ts'
import { readDraft } from '../draft/queries.ts'
import { rewriteProjection } from '../projection/commands.ts'
import { findLatestRelease } from './queries.ts'
import { sessionsToResequence } from './rules.ts'
import type { PublishOutcome } from './types.ts'

export type PublishInput = {
  readonly editionId: string
  /** What people call this release; its number where nothing is said. */
  readonly name?: string | undefined
  readonly note?: string | undefined
}

async function raiseSequences(tx: Transaction, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return
  await sql`update sessions set sequence = sequence + 1 where id = any(${sessionIds})`.execute(tx)
}

/**
 * Makes the draft of an edition its next release, which never changes again, and shows it to the public in the place of
 * the one before. A draft equal to the latest release makes none. Throws `edition.not_found`.
 */
export async function publishRelease(ctx: Context, input: PublishInput): Promise<PublishOutcome> {
  ctx.authorize('programme.publish', await scopeOfEdition(ctx.db, input.editionId))
  return ctx.transaction(async (tx) => {
    const edition = await lockEdition(tx, input.editionId)
    const former = await findLatestRelease(tx, edition.id)
    const programme = await readDraft(tx, edition.id)
    const before = former?.programme ?? emptyProgramme(programme.timeZone)
    const changes = diffProgrammes(before, programme)
    if (former && isUnchanged(changes)) return { kind: 'unchanged' }

    const number = (former?.number ?? 0) + 1
    const { name = String(number), note = null } = input
    const release = {
      id: newId('release'),
      number,
      name,
      publishedAt: ctx.now().toString({ smallestUnit: 'millisecond' }),
    }
    const report = reportChanges(before, programme, changes)
    const { publishedAt: published_at, ...row } = release
    const stored = { ...row, edition_id: edition.id, note, snapshot: programme, changes, report, published_at }
    await insertRows(tx, 'releases', [stored])
    await raiseSequences(tx, sessionsToResequence(programme, changes))
    await rewriteProjection(tx, edition, release, programme)
    await touchPublication(tx)
    await ctx.publish(tx, 'ProgrammePublished', { editionId: edition.id, releaseId: release.id })
    return { kind: 'published', release: { ...release, note, changes: countChanges(report) } }
  })
}
