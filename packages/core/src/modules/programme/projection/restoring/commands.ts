import { sql } from 'kysely'
import { touchPublication } from '../../../../platform/database/publication.ts'
import type { Db, Transaction } from '../../../../platform/database/tables.ts'
import { lockEdition } from '../../draft/commands.ts'
import { findLatestRelease } from '../../release/queries.ts'
import type { Programme } from '../../types.ts'
import { rewriteProjection } from '../commands.ts'
import { type Directory, type Present, renewDirectory } from './rules.ts'

const tables = {
  persons: ['persons', 'person_slugs', 'person_id'],
  organisations: ['organisations', 'organisation_slugs', 'organisation_id'],
  topics: ['topics', 'topic_slugs', 'topic_id'],
} as const

/** What became of those of `ids` that are no more: what they were merged into, or nothing. One query. */
async function findSuccessors(
  db: Db,
  kind: keyof typeof tables,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Present>> {
  const [entries, former, column] = tables[kind]
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const { rows } = await sql<{ gone: string; id: string | null; slug: string | null }>`
    select gone, present.id, present.slug from unnest(${wanted}::text[]) as gone
    left join ${sql.table(former)} as former on former.former_id = gone
    left join ${sql.table(entries)} as present on present.id = former.${sql.ref(column)}
    where not exists (select from ${sql.table(entries)} as there where there.id = gone)`.execute(db)
  return new Map(rows.map(({ gone, id, slug }) => [gone, id && slug ? { id, slug } : null]))
}

async function readDirectory(db: Db, { sessions }: Programme): Promise<Directory> {
  const held = sessions.flatMap((session) => [...session.appearances])
  return {
    persons: await findSuccessors(
      db,
      'persons',
      held.map((one) => one.personId),
    ),
    organisations: await findSuccessors(
      db,
      'organisations',
      held.map((one) => one.organisationId),
    ),
    topics: await findSuccessors(
      db,
      'topics',
      sessions.flatMap((session) => [...session.topicIds]),
    ),
  }
}

/** The programme of a release in which every id means somebody or something that there is by now. Three queries. */
export async function renewProgramme(db: Db, programme: Programme): Promise<Programme> {
  return renewDirectory(programme, await readDirectory(db, programme))
}

async function reproject(tx: Transaction, editionId: string): Promise<void> {
  const edition = await lockEdition(tx, editionId)
  const latest = await findLatestRelease(tx, editionId)
  if (!latest) return
  const { programme, note: _note, ...release } = latest
  await rewriteProjection(tx, edition, release, await renewProgramme(tx, programme))
}

/**
 * Makes what the public sees of these editions their latest release again, for whoever has put back rows that it names. Who
 * was merged into somebody since is that somebody. Editions without a release are left alone.
 */
export async function reprojectLatest(tx: Transaction, editionIds: readonly string[]): Promise<void> {
  for (const editionId of new Set(editionIds)) await reproject(tx, editionId)
  await touchPublication(tx)
}
