import { DomainError } from '../../../kernel/errors.ts'
import type { Context } from '../../../platform/context/types.ts'
import type { Db, Transaction } from '../../../platform/database/tables.ts'
import { saveContacts } from '../../editions/contacts/commands.ts'
import { saveNews, saveNewsCategories } from '../../editions/news/commands.ts'
import { addMissingPages } from '../../editions/pages/commands.ts'
import { saveSeries } from '../../editions/series/commands.ts'
import { saveSources } from '../../editions/sources/commands.ts'
import { saveTopics } from '../../editions/topics/commands.ts'
import { saveOrganisations } from '../../people/organisations/commands.ts'
import { ensurePersons } from '../../people/persons/commands.ts'
import { loadRegisterSeed } from '../../people/register/commands.ts'
import { listUnknownKeys } from '../../people/register/queries.ts'
import { addSpellings } from '../../people/spellings/commands.ts'
import { canonicalise } from './canonical/rules.ts'
import { diffArchives } from './changes/rules.ts'
import { saveArchivedEdition, saveArchivedEditions } from './editions/commands.ts'
import { exportArchive } from './export/queries.ts'
import { fieldOf } from './files/rules.ts'
import type { ArchiveNames, Named } from './programme/types.ts'
import { checkReferences } from './references/rules.ts'
import { personSource } from './rules.ts'
import type { Archive } from './schema.ts'
import type { ArchiveImport } from './types.ts'

async function savePeople(tx: Transaction, seriesId: string, archive: Archive): Promise<Map<string, Named>> {
  const source = personSource(archive.series.slug)
  const inputs = archive.people.map(({ slug, name, biography, website }) => {
    return { name, source, reference: slug, biography, website }
  })
  const ensured = await ensurePersons(tx, seriesId, inputs)
  const people = new Map(inputs.map((input, index) => [input.reference, ensured[index]!]))
  const spellings = archive.people.flatMap(({ slug, aliases }) =>
    aliases.map((name) => ({ personId: people.get(slug)!.id, name })),
  )
  await addSpellings(tx, spellings)
  return people
}

async function saveOrganisationNames(ctx: Context, archive: Archive): Promise<Map<string, Named>> {
  const ids = await saveOrganisations(ctx, archive.organisations)
  return new Map(archive.organisations.map(({ slug, name }) => [slug, { id: ids.get(slug)!, slug, name }]))
}

async function saveSeriesTexts(ctx: Context, seriesId: string, archive: Archive, names: ArchiveNames): Promise<void> {
  const idOf = (map: ReadonlyMap<string, string>, key: string | undefined) =>
    key === undefined ? undefined : map.get(key)
  await saveContacts(
    ctx,
    seriesId,
    archive.series.contacts.map(({ person, organisation, edition, source, ...contact }) => ({
      ...contact,
      personId: names.people.get(person)!.id,
      organisationId: organisation === undefined ? undefined : names.organisations.get(organisation)?.id,
      editionId: idOf(names.editions, edition),
      sourceId: idOf(names.sources, source),
    })),
  )
  const news = archive.news.map(({ edition, source, ...entry }) => ({
    ...entry,
    editionId: idOf(names.editions, edition),
    sourceId: idOf(names.sources, source),
  }))
  await saveNews(ctx, seriesId, news)
  await addMissingPages(ctx, archive.pages)
}

/** Throws `archive.unknown_region` where a place is named by a key that the register does not have. */
async function checkRegions(tx: Transaction, archive: Archive): Promise<void> {
  const places = [...archive.organisations, ...archive.editions.map((edition) => edition.venue)]
  const [unknown] = await listUnknownKeys(
    tx,
    places.flatMap((place) => place?.ars ?? []),
  )
  if (unknown) throw new DomainError('archive.unknown_region', { ars: unknown })
}

async function saveArchive(ctx: Context, tx: Transaction, archive: Archive): Promise<void> {
  await loadRegisterSeed(ctx)
  await checkRegions(tx, archive)
  const { contacts: _contacts, newsCategories, ...series } = archive.series
  const seriesId = await saveSeries(ctx, series)
  await saveNewsCategories(ctx, seriesId, newsCategories)
  const organisations = await saveOrganisationNames(ctx, archive)
  const sources = archive.sources.map(({ publisher, ...source }) => ({
    ...source,
    publisherId: publisher === undefined ? undefined : organisations.get(publisher)?.id,
  }))
  const names = {
    organisations,
    sources: await saveSources(ctx, seriesId, sources),
    people: await savePeople(tx, seriesId, archive),
    topics: await saveTopics(ctx, archive.topics),
    editions: await saveArchivedEditions(ctx, seriesId, archive.editions),
  }
  for (const edition of archive.editions) await saveArchivedEdition(ctx, tx, seriesId, edition, names)
  await saveSeriesTexts(ctx, seriesId, archive, names)
  await ctx.publish(tx, 'PeopleImported', {})
}

/** Whether a series with this slug is there, so that a demo that somebody has changed is not loaded over their changes. */
export async function isArchiveLoaded(db: Db, seriesSlug: string): Promise<boolean> {
  return (await db.selectFrom('series').select('id').where('slug', '=', seriesSlug).executeTakeFirst()) !== undefined
}

/**
 * Brings what is stored of a series to what `archive` says and publishes programmes that changed; says what that adds,
 * changes and takes out. The same archive again changes nothing. With `dryRun` nothing is written. What the archive leaves
 * out stays, except sessions of its editions, which leave the programme; legal pages that exist keep their text.
 * Throws `archive.broken_reference` and `archive.unknown_region`; all or nothing is written.
 */
export async function importArchive(
  ctx: Context,
  archive: Archive,
  options: { readonly dryRun?: boolean | undefined } = {},
): Promise<ArchiveImport> {
  ctx.authorize('archive.import', null)
  const [broken] = checkReferences(archive)
  if (broken) {
    throw new DomainError('archive.broken_reference', {
      file: broken.file,
      field: fieldOf(broken.path),
      reason: broken.message,
    })
  }
  const wanted = canonicalise(archive)
  const slugsOf = (list: readonly { readonly slug: string }[]) => list.map((one) => one.slug)
  const also = { organisations: slugsOf(archive.organisations), topics: slugsOf(archive.topics) }
  const changes = diffArchives(await exportArchive(ctx.db, archive.series.slug, also), wanted)
  if (changes.length === 0) return { kind: 'unchanged' }
  if (options.dryRun) return { kind: 'planned', changes }
  await ctx.transaction((tx) => saveArchive(ctx.in(tx), tx, wanted))
  return { kind: 'imported', changes }
}
