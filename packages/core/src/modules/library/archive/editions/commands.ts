import type { Context } from '../../../../platform/context/types.ts'
import type { Transaction } from '../../../../platform/database/tables.ts'
import { saveEdition } from '../../../editions/commands.ts'
import { saveEditionFacts } from '../../../editions/facts/commands.ts'
import { saveAfterwards } from '../afterwards/commands.ts'
import { saveArchivedProgramme } from '../programme/commands.ts'
import type { ArchiveNames } from '../programme/types.ts'
import type { ArchivedEdition } from './schema.ts'

function withoutSource({ source: _source, ...date }: NonNullable<ArchivedEdition['date']>) {
  return date
}

/** Makes or changes the editions themselves, so that they can name each other. Answers slug → id. */
export async function saveArchivedEditions(
  ctx: Context,
  seriesId: string,
  editions: readonly ArchivedEdition[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const edition of editions) {
    const { slug, number, name, motto, description, date, timeZone, state, visibility, accent, venue } = edition
    const input = { slug, number, name, motto, description, timeZone, state, visibility, accent, venue }
    ids.set(slug, await saveEdition(ctx, seriesId, { ...input, date: date && withoutSource(date) }))
  }
  return ids
}

/** Writes everything that an edition of the archive holds: facts with their sources, programme, recaps and materials. */
export async function saveArchivedEdition(
  ctx: Context,
  tx: Transaction,
  seriesId: string,
  edition: ArchivedEdition,
  names: ArchiveNames,
): Promise<void> {
  const id = names.editions.get(edition.slug)!
  const sourceId = (key: string | undefined) => (key === undefined ? undefined : names.sources.get(key))
  await saveEditionFacts(
    ctx,
    { id, seriesId },
    {
      dateSourceId: sourceId(edition.date?.source),
      organisers: edition.organisers.map(({ organisation, ...rest }) => ({
        ...rest,
        organisationId: names.organisations.get(organisation)!.id,
      })),
      attendance: edition.attendance.map(({ session, source, ...rest }) => ({
        ...rest,
        sessionKey: session,
        sourceId: sourceId(source),
      })),
      lands: edition.lands.map(({ source, ...rest }) => ({ ...rest, sourceId: sourceId(source) })),
      announcements: edition.announcements.map(({ edition: about, source, ...rest }) => ({
        ...rest,
        editionId: about === undefined ? undefined : names.editions.get(about),
        sourceId: sourceId(source),
      })),
    },
  )
  const sessions = await saveArchivedProgramme(ctx, tx, id, edition, names)
  await saveAfterwards(tx, id, edition, sessions, names)
}
