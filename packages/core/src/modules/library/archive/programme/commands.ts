import { sql } from 'kysely'
import { newId } from '../../../../kernel/ids.ts'
import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { saveRooms, saveTracks } from '../../../editions/places/commands.ts'
import { diffProgrammes, isUnchanged } from '../../../programme/changes/rules.ts'
import { lockEdition, saveDraft } from '../../../programme/draft/commands.ts'
import { readDraft } from '../../../programme/draft/queries.ts'
import { noteOutside } from '../../../programme/journal/writing/commands.ts'
import { publishRelease } from '../../../programme/release/commands.ts'
import { findLatestRelease } from '../../../programme/release/queries.ts'
import type { ArchivedEdition } from '../editions/schema.ts'
import { toProgramme } from './rules.ts'
import type { ArchiveNames } from './types.ts'

async function mapRemoved(tx: Transaction, editionId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('sessions')
    .select(['slug', 'id'])
    .where('edition_id', '=', editionId)
    .where('state', '=', 'removed')
    .execute()
  return new Map(rows.map((row) => [row.slug, row.id]))
}

/** Where each session's facts are from; a programme does not carry it. */
async function saveSources(
  tx: Transaction,
  sessions: readonly { id: string; source_id: string | null }[],
): Promise<void> {
  await sql`update sessions set source_id = given.source_id
    from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as given (id text, source_id text)
    where sessions.id = given.id and sessions.source_id is distinct from given.source_id`.execute(tx)
}

/**
 * Makes the programme of an edition what the archive says and publishes it where that changed something. Where it did not,
 * says that the edition changed, because facts and recaps may have. Answers slug → id of its sessions.
 */
export async function saveArchivedProgramme(
  ctx: Context,
  tx: Transaction,
  editionId: string,
  edition: ArchivedEdition,
  names: ArchiveNames,
): Promise<ReadonlyMap<string, string>> {
  await lockEdition(tx, editionId)
  const before = await readDraft(tx, editionId)
  const trackIds = await saveTracks(tx, editionId, edition.tracks)
  const roomIds = await saveRooms(tx, editionId, edition.rooms)
  const place =
    <P extends { slug: string }>(ids: ReadonlyMap<string, string>) =>
    (one: P, position: number) => ({
      ...one,
      id: ids.get(one.slug)!,
      position,
    })
  const stored = {
    draft: before,
    removed: await mapRemoved(tx, editionId),
    tracks: edition.tracks.map(({ slug, name, colour = null }) => ({ slug, name, colour })).map(place(trackIds)),
    rooms: edition.rooms.map(({ slug, name, capacity = null }) => ({ slug, name, capacity })).map(place(roomIds)),
    newId,
  }
  const after = toProgramme(edition, stored, names)
  const changes = diffProgrammes(before, after)
  await saveDraft(tx, editionId, after, changes, { sourceOf: () => null, now: ctx.now() })
  if (!isUnchanged(changes)) await noteOutside(ctx, tx, editionId, { kind: 'import', source: 'archive' })
  const ids = new Map(after.sessions.map((session) => [session.slug, session.id]))
  await saveSources(
    tx,
    edition.sessions.map(({ slug, source }) => ({
      id: ids.get(slug)!,
      source_id: (source && names.sources.get(source)) ?? null,
    })),
  )
  const isWorthPublishing = after.sessions.length > 0 || (await findLatestRelease(tx, editionId)) !== null
  const outcome = isWorthPublishing ? await publishRelease(ctx, { editionId }) : { kind: 'unchanged' }
  if (outcome.kind === 'unchanged') await ctx.publish(tx, 'EditionChanged', { editionId })
  return ids
}
