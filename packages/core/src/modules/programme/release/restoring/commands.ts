import { sql } from 'kysely'
import { DomainError } from '../../../../kernel/errors.ts'
import type { EditionScope } from '../../../../kernel/scope.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { diffProgrammes, isUnchanged } from '../../changes/rules.ts'
import type { ProgrammeChanges } from '../../changes/types.ts'
import { lockEdition, saveDraft } from '../../draft/commands.ts'
import { readDraft } from '../../draft/queries.ts'
import { noteOutside } from '../../journal/writing/commands.ts'
import { renewProgramme } from '../../projection/restoring/commands.ts'
import type { Programme } from '../../types.ts'
import { findDifference } from '../difference/rules.ts'
import { type Publishing, publishProgramme } from '../publishing/commands.ts'
import { findLatestRelease, findRelease } from '../queries.ts'
import type { PublishOutcome } from '../types.ts'
import { toDraft } from './rules.ts'

/** The programme of an earlier release, in which every id means somebody or something that there is. */
async function recallProgramme(tx: Transaction, editionId: string, number: number): Promise<Programme> {
  const release = await findRelease(tx, editionId, number)
  if (!release) throw new DomainError('release.not_found', { number })
  return renewProgramme(tx, release.programme)
}

type SessionOrigin = { readonly slug: string; readonly source_key: string | null }

/** How the sessions of an edition are called now, the removed ones, too; and which import they came with. */
async function readOrigins(tx: Transaction, editionId: string): Promise<ReadonlyMap<string, SessionOrigin>> {
  const rows = await tx
    .selectFrom('sessions')
    .select(['id', 'slug', 'source_key'])
    .where('edition_id', '=', editionId)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** A track or room that goes leaves its slug to the one of that name that comes back. */
async function freeSlugs(tx: Transaction, { tracks, rooms }: ProgrammeChanges): Promise<void> {
  const [goneTracks, goneRooms] = [tracks, rooms].map((list) => list.removed.map((one) => one.id))
  await sql`update tracks set slug = id where id = any(${goneTracks})`.execute(tx)
  await sql`update rooms set slug = id where id = any(${goneRooms})`.execute(tx)
}

/**
 * Makes an earlier release the draft again, with people as they are called today. What is in the draft now and not in that
 * release is taken out, not deleted; the public sees no difference until the draft is published. Throws `release.not_found`.
 */
export async function restoreToDraft(
  ctx: Context,
  scope: EditionScope,
  number: number,
): Promise<{ readonly kind: 'restored' | 'unchanged' }> {
  ctx.authorize('programme.edit', scope)
  return ctx.transaction(async (tx) => {
    await lockEdition(tx, scope.editionId)
    const origins = await readOrigins(tx, scope.editionId)
    const draft = await readDraft(tx, scope.editionId)
    const slugs = new Map([...origins].map(([id, { slug }]) => [id, slug]))
    const restored = toDraft(await recallProgramme(tx, scope.editionId, number), slugs, draft.timeZone)
    const changes = diffProgrammes(draft, restored)
    if (isUnchanged(changes)) return { kind: 'unchanged' }
    await freeSlugs(tx, changes)
    const sourceOf = (id: string) => origins.get(id)?.source_key ?? null
    await saveDraft(tx, scope.editionId, restored, changes, { sourceOf, now: ctx.now() })
    await noteOutside(ctx, tx, scope.editionId, { kind: 'restore', release: number })
    return { kind: 'restored' }
  })
}

/**
 * Publishes an earlier release once more, as the newest; the draft stays as it is. `unchanged`: the public sees that
 * programme already. `outdated`: it is not the difference with the stamp `seenStamp` any more, and nothing was published.
 * Throws `release.not_found`.
 */
export async function republishRelease(
  ctx: Context,
  scope: EditionScope,
  number: number,
  {
    seenStamp,
    ...as
  }: Pick<Publishing, 'name' | 'note' | 'notices'> & { readonly seenStamp?: string | undefined } = {},
): Promise<PublishOutcome | { readonly kind: 'outdated' }> {
  ctx.authorize('programme.publish', scope)
  return ctx.transaction(async (tx) => {
    const edition = await lockEdition(tx, scope.editionId)
    const programme = await recallProgramme(tx, scope.editionId, number)
    const former = await findLatestRelease(tx, scope.editionId)
    const isSeen = seenStamp === undefined || findDifference(former!.programme, programme).stamp === seenStamp
    if (!isSeen) return { kind: 'outdated' }
    return publishProgramme(ctx, tx, edition, { programme, former, ...as })
  })
}
