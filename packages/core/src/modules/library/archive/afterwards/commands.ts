import { newId } from '../../../../kernel/ids.ts'
import { insertRows } from '../../../../platform/database/rows.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import type { ArchivedEdition, ArchivedMaterial, ArchivedRecap } from '../editions/schema.ts'
import type { ArchiveNames } from '../programme/types.ts'

type Target = { readonly editionId: string; readonly sessionId: string | null; readonly title: string }

function toRecapRow(recap: ArchivedRecap, target: Target, names: ArchiveNames, now: string) {
  return {
    id: newId('recap'),
    edition_id: target.editionId,
    session_id: target.sessionId,
    title: recap.title ?? { de: target.title },
    body: recap.body,
    conclusion: recap.conclusion,
    source_id: (recap.source && names.sources.get(recap.source)) ?? null,
    visibility: recap.visibility,
    updated_at: now,
  }
}

function toMaterialRow(material: ArchivedMaterial, target: Target, position: number) {
  return {
    id: newId('material'),
    edition_id: target.editionId,
    session_id: target.sessionId,
    kind: material.kind,
    title: material.title,
    url: material.url ?? null,
    language: material.language ?? null,
    licence: material.licence ?? null,
    has_consent: material.hasConsent,
    state: material.state,
    position,
  }
}

/** Replaces every recap and material of an edition and of its sessions (`sessions`: slug → id) by those of the archive. */
export async function saveAfterwards(
  tx: Transaction,
  editionId: string,
  edition: ArchivedEdition,
  sessions: ReadonlyMap<string, string>,
  names: ArchiveNames,
): Promise<void> {
  const now = Temporal.Now.instant().toString()
  const whole = { ...edition, target: { editionId, sessionId: null, title: edition.name } }
  const parts = edition.sessions.map((session) => ({
    ...session,
    target: { editionId, sessionId: sessions.get(session.slug)!, title: session.title },
  }))
  const all = [whole, ...parts]
  await tx.deleteFrom('recaps').where('edition_id', '=', editionId).execute()
  await tx.deleteFrom('materials').where('edition_id', '=', editionId).execute()
  await insertRows(
    tx,
    'recaps',
    all.flatMap(({ recap, target }) => (recap ? [toRecapRow(recap, target, names, now)] : [])),
  )
  await insertRows(
    tx,
    'materials',
    all.flatMap(({ materials, target }) => materials.map((one, position) => toMaterialRow(one, target, position))),
  )
}
