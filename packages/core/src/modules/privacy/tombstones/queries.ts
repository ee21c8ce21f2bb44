import { sql } from 'kysely'
import { guidToId } from '../../../kernel/guid.ts'
import type { Db } from '../../../platform/database/tables.ts'
import { foldName } from '../../people/persons/names/rules.ts'
import type { KnownSubject, SubjectKey } from '../subject/types.ts'
import { type MarkKind, markOf, within } from './rules.ts'

async function readKey(db: Db): Promise<string> {
  const row = await db.selectFrom('erasure_keys').select('key').executeTakeFirstOrThrow()
  return row.key
}

async function readReferences(db: Db, personIds: readonly string[]) {
  return db
    .selectFrom('person_references')
    .select(['source', 'reference', 'person_id'])
    .where('person_id', 'in', [...personIds, ''])
    .where('source', 'not like', 'series:%')
    .execute()
}

/**
 * The marks that recognise `subject` when a backup or a file brings them back: ids, what sources call them, and their name
 * within each of their series, as imports recognise people; the name only as long as it is nobody else's too.
 */
export async function marksOf(db: Db, subject: KnownSubject): Promise<string[]> {
  const key = await readKey(db)
  const mark = (kind: MarkKind) => (value: string) => markOf(key, kind, value)
  const references = await readReferences(db, subject.personIds)
  const names = subject.hasNamesake ? [] : [...new Set(subject.names.map(foldName))]
  return [
    ...subject.personIds.map(mark('person')),
    ...subject.accountIds.map(mark('account')),
    ...references.map((row) => within(row.source, row.reference)).map(mark('reference')),
    ...subject.seriesIds.flatMap((series) => names.map((name) => within(series, name))).map(mark('name')),
  ]
}

/** Every mark there is, in order. */
export async function listMarks(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('erasures').select('hash').orderBy('hash').execute()
  return rows.map((row) => row.hash)
}

type NewcomerRow = { id: string; folded: string; series: string }

/** Whom this very transaction has made, with the names and series by which an import would recognise them. */
async function readNewcomers(db: Db): Promise<NewcomerRow[]> {
  const { rows } = await sql<NewcomerRow>`
    select persons.id, person_names.folded, substring(scope.source from 8) as series from persons
    join person_names on person_names.person_id = persons.id
    join person_references scope on scope.person_id = persons.id and scope.source like 'series:%'
    where persons.created_at = now()`.execute(db)
  return rows
}

/**
 * Who was erased and is here again: by id, by what a source calls them, and, among those whom this transaction has made,
 * by name within the series. Five queries, one where nobody was ever erased.
 */
export async function findReturned(db: Db): Promise<SubjectKey[]> {
  const marks = new Set(await listMarks(db))
  if (marks.size === 0) return []
  const key = await readKey(db)
  const isMarked = (kind: MarkKind, value: string) => marks.has(markOf(key, kind, value))
  const persons = await db.selectFrom('persons').select('id').execute()
  const accounts = await db.selectFrom('accounts').select('id').execute()
  const references = await readReferences(
    db,
    persons.map((row) => row.id),
  )
  const returned = new Set([
    ...persons.map((row) => row.id).filter((id) => isMarked('person', id)),
    ...references.filter((row) => isMarked('reference', within(row.source, row.reference))).map((row) => row.person_id),
    // A schedule that was exported here names people by our own ids.
    ...references
      .filter((row) => isMarked('person', guidToId('person', row.reference) ?? ''))
      .map((row) => row.person_id),
    ...(await readNewcomers(db)).filter((row) => isMarked('name', within(row.series, row.folded))).map((row) => row.id),
  ])
  return [
    ...[...returned].toSorted().map((personId) => ({ personId })),
    ...accounts.filter((row) => isMarked('account', row.id)).map((row) => ({ accountId: row.id })),
  ]
}
