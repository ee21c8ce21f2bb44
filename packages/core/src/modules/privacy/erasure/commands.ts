import { DomainError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Context } from '../../../platform/context/types.ts'
import { touchPublication } from '../../../platform/database/publication.ts'
import { insertRows } from '../../../platform/database/rows.ts'
import type { Db, Transaction } from '../../../platform/database/tables.ts'
import {
  beginErasing,
  countOwnRows,
  eraseOwnRows,
  findMentions,
  scrubTexts,
} from '../../../platform/personal-data/erase.ts'
import type { Mention, PersonalData } from '../../../platform/personal-data/types.ts'
import { patternOf, wordsInJson } from '../../../platform/personal-data/words.ts'
import { forgetJobs } from '../../../platform/queue/forget.ts'
import { withdrawMaterials } from '../../library/erasure/commands.ts'
import { reindexEdition, reindexSite } from '../../library/search/commands.ts'
import { forgetInChanges } from '../../messages/changes/forgetting/commands.ts'
import { selectOperators } from '../../people/accounts/queries.ts'
import { lockPersons } from '../../people/persons/commands.ts'
import { forgetInProgrammes, showAnew } from '../../programme/erasure/commands.ts'
import { noteSurroundings } from '../../programme/journal/outside/commands.ts'
import { personalData } from '../register/rules.ts'
import { findSubject } from '../subject/queries.ts'
import type { KnownSubject, SubjectKey } from '../subject/types.ts'
import { saveMarks } from '../tombstones/commands.ts'
import { findReturned, marksOf } from '../tombstones/queries.ts'
import type { ErasureOutcome, ErasureReport } from './types.ts'

async function needSubject(db: Db, key: SubjectKey): Promise<KnownSubject> {
  const subject = await findSubject(db, key)
  if (!subject) throw new DomainError('person.not_found', { id: Object.values(key)[0] })
  return subject
}

async function isLastOperator(db: Db, { accountIds }: KnownSubject): Promise<boolean> {
  const operators = await selectOperators(db).execute()
  return operators.length > 0 && operators.every((one) => accountIds.includes(one.id))
}

const mentioning = (subject: KnownSubject) => [...subject.names, ...subject.allusions, ...subject.addresses]

/** What erasing would reach; nothing is written. */
async function preview(db: Db, subject: KnownSubject, declared: readonly PersonalData[]): Promise<ErasureReport> {
  return {
    name: subject.name,
    tables: await countOwnRows(db, declared, subject),
    mentions: await findMentions(db, declared, mentioning(subject)),
    hasNamesake: subject.hasNamesake,
  }
}

/** With the time of the database, which the log of changes has as well. What waits to be decided about already waits once. */
async function saveMentions(tx: Transaction, mentions: readonly Mention[]): Promise<void> {
  const open = await tx
    .selectFrom('erasure_mentions')
    .select(['table_name', 'row_id'])
    .where('settled_at', 'is', null)
    .execute()
  const known = new Set(open.map((row) => `${row.table_name} ${row.row_id}`))
  const rows = mentions
    .filter(({ table, rowId }) => !known.has(`${table} ${rowId}`))
    .map(({ table, rowId }) => {
      return { id: newId('erasureMention'), table_name: table, row_id: rowId, settled_at: null }
    })
  await insertRows(tx, 'erasure_mentions', rows)
}

/** What the search found of them is found no more when this transaction commits. */
async function reindex(tx: Transaction, editionIds: readonly string[]): Promise<void> {
  for (const id of editionIds) await reindexEdition(tx, id)
  if (editionIds.length === 0) await reindexSite(tx)
}

/**
 * Erases a subject in all that `declared` names and in what is made from it. For those who have authorised it; joins
 * their transaction.
 */
export async function eraseSubject(
  ctx: Context,
  tx: Transaction,
  subject: KnownSubject,
  declared: readonly PersonalData[] = personalData,
): Promise<ErasureReport> {
  await beginErasing(tx)
  // People before editions, as everybody takes these locks.
  await lockPersons(tx)
  const tables = await countOwnRows(tx, declared, subject)
  await saveMarks(tx, await marksOf(tx, subject), ctx.now().toString())
  const withdrawn = await withdrawMaterials(tx, subject.personIds)
  const changed = await forgetInProgrammes(tx, subject)
  await noteSurroundings(ctx, tx, changed)
  await eraseOwnRows(tx, declared, subject)
  await scrubTexts(tx, declared, subject.words)
  const pattern = patternOf(wordsInJson([...subject.words, ...subject.personIds, ...subject.accountIds]))
  if (pattern) await forgetJobs(tx, pattern)
  const shown = await showAnew(tx, changed, patternOf(wordsInJson(subject.words)))
  await reindex(tx, shown)
  const texts = await findMentions(tx, declared, mentioning(subject))
  const mentions = [...texts, ...withdrawn.map((rowId) => ({ table: 'materials', rowId }))]
  await saveMentions(tx, mentions)
  await touchPublication(tx)
  await forgetInChanges(tx, {
    tables: declared.filter((one) => one.owner).map((one) => one.table),
    ids: [...subject.personIds, ...subject.accountIds, ...subject.addresses],
    pattern: patternOf(wordsInJson([...subject.words, ...subject.slugs])),
  })
  return { name: subject.name, tables, mentions, hasNamesake: subject.hasNamesake }
}

/** Erases `subject`, or says what that would reach. For those who have authorised it. */
export async function eraseOrPlan(ctx: Context, subject: KnownSubject, isDryRun: boolean): Promise<ErasureOutcome> {
  if (await isLastOperator(ctx.db, subject)) return { kind: 'last-operator' }
  if (isDryRun) return { kind: 'planned', report: await preview(ctx.db, subject, personalData) }
  const report = await ctx.transaction((tx) => eraseSubject(ctx.in(tx), tx, subject))
  return { kind: 'erased', report }
}

/**
 * Erases a person, or an account that belongs to none, in every table, index, mail, waiting job and published programme,
 * in one transaction; figures and what the law wants kept stay. With `dryRun` it only says what that would reach.
 * Throws `person.not_found`.
 */
export async function forgetPerson(
  ctx: Context,
  key: SubjectKey,
  options: { readonly dryRun?: boolean } = {},
): Promise<ErasureOutcome> {
  const subject = await needSubject(ctx.db, key)
  ctx.authorize('privacy.erase', { seriesIds: subject.seriesIds })
  return eraseOrPlan(ctx, subject, options.dryRun ?? false)
}

/**
 * Erases who acts. Theirs alone to decide, and it cannot be undone, so it asks for a second factor or for the link of
 * `requestErasure`. Throws `access.denied`.
 */
export async function forgetMyself(ctx: Context): Promise<ErasureOutcome> {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : ''
  ctx.authorize('privacy.erase_own', { accountId })
  return eraseOrPlan(ctx, await needSubject(ctx.db, { accountId }), false)
}

/**
 * Erases again whom a backup that was restored, or a file that was imported, has brought back. Answers how many. Within
 * the transaction of an import it also recognises by name whom that has just made.
 */
export async function forgetReturned(ctx: Context, tx: Transaction): Promise<number> {
  const returned = await findReturned(tx)
  for (const key of returned) {
    const subject = await findSubject(tx, key)
    if (subject) await eraseSubject(ctx, tx, subject)
  }
  return returned.length
}
