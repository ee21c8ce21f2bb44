import { insertRows } from '../../../platform/database/rows.ts'
import type { Transaction } from '../../../platform/database/tables.ts'
import { Concepts, wordingKey } from '../../../platform/german/concepts.ts'
import { thesaurus } from '../../../platform/german/thesaurus.ts'
import { listTopics } from '../../editions/topics/queries.ts'
import { readOrganisationDocuments, readPersonDocuments } from './directory/queries.ts'
import { readEditionDocuments } from './documents/queries.ts'
import type { SearchDocument } from './documents/types.ts'
import { lockIndex, writeSegments } from './postings/commands.ts'
import { readSiteDocuments } from './site/queries.ts'

/** The segments that belong to no edition but name what stands in editions, and so change with them. */
async function sharedSegments(tx: Transaction): Promise<[string, SearchDocument[]][]> {
  return [
    ['persons', await readPersonDocuments(tx)],
    ['organisations', await readOrganisationDocuments(tx)],
    ['site', await readSiteDocuments(tx)],
  ]
}

/** Writes the wordings of notions anew, from the thesaurus and from the topics with their names and synonyms. */
async function writeConcepts(tx: Transaction): Promise<void> {
  const concepts = new Concepts()
  thesaurus.forEach((wordings, i) => {
    for (const wording of wordings) concepts.add(wordingKey(wording), `thesaurus-${i}`)
  })
  for (const topic of await listTopics(tx))
    for (const wording of [topic.name.de, topic.name.en, ...topic.synonyms])
      if (wording) concepts.add(wordingKey(wording), topic.id)
  await tx.deleteFrom('search_concepts').execute()
  const rows = concepts.entries().map(({ key, concept }) => ({ wording: key, concept }))
  await insertRows(tx, 'search_concepts', rows)
}

/** Brings what can be found up to date with the published state of one edition, its people, topics and news. */
export async function reindexEdition(tx: Transaction, editionId: string): Promise<void> {
  await lockIndex(tx)
  await writeConcepts(tx)
  const own: [string, SearchDocument[]] = [editionId, await readEditionDocuments(tx, editionId)]
  await writeSegments(tx, new Map([own, ...(await sharedSegments(tx))]))
}

/** Brings news, pages, topics and people up to date after a change that touches no programme. */
export async function reindexSite(tx: Transaction): Promise<void> {
  await lockIndex(tx)
  await writeConcepts(tx)
  await writeSegments(tx, new Map(await sharedSegments(tx)))
}

/** Builds the whole index anew, as after an import of an archive or a change of the analysis. */
export async function reindexAll(tx: Transaction): Promise<void> {
  await lockIndex(tx)
  await writeConcepts(tx)
  await tx.deleteFrom('search_postings').execute()
  await tx.deleteFrom('search_documents').execute()
  await tx.deleteFrom('search_words').execute()
  const editions = await tx
    .selectFrom('editions')
    .select('id')
    .where('visibility', '=', 'public')
    .orderBy('id')
    .execute()
  const segments = new Map<string, SearchDocument[]>()
  for (const { id } of editions) segments.set(id, await readEditionDocuments(tx, id))
  for (const [name, documents] of await sharedSegments(tx)) segments.set(name, documents)
  await writeSegments(tx, segments)
}
