import { type LogPage, nameAll, tableOf } from '@fachtag/core/app/change-log/history'
import { loggedTables } from '@fachtag/core/app/change-log/logged-tables'
import type { Locale } from '@fachtag/core/kernel/localized-text'
import type { Change, ChangedRow } from '@fachtag/core/modules/messages/changes/types'
import type { Context } from '@fachtag/core/platform/context/types'
import { fieldsOf } from '#lib/changes/fields.ts'
import type { ChangeView, EntryView } from '#lib/changes/types.ts'
import { idsIn, localizeName, type Reader } from '#lib/changes/values.ts'
import { formatInstant } from '#lib/format/dates.ts'
import { messages } from '#lib/messages/messages.ts'

/** Where the history of an object is told. */
export const historyPath = (id: string): string | null => (tableOf(id) ? `/organisieren/verlauf/${id}` : null)

/** Who answers for a change, in words. */
export function tellActor(actor: string, { locale, names }: Reader): string {
  const t = messages(locale).changes
  const actors: Readonly<Record<string, string>> = t.actors
  return actors[actor] ?? localizeName(names.get(actor), locale) ?? t.unknownAccount
}

/** What everybody and everything in these changes is called. */
export async function readerOf(ctx: Context, locale: Locale, changes: readonly Change[]): Promise<Reader> {
  const ids = changes.flatMap((change) => [
    change.actor,
    ...change.rows.flatMap((row) => [row.objectId, ...idsIn(row.before), ...idsIn(row.after)]),
  ])
  return {
    locale,
    names: await nameAll(
      ctx.db,
      ids.filter((id) => id.includes('_')),
    ),
  }
}

/** What tells a part from others of its kind: whose appearance, which topic, which spelling. */
function partName({ before, after }: ChangedRow, { locale, names }: Reader): string | undefined {
  const image = after ?? before ?? {}
  const meant = ['person_id', 'topic_id', 'organisation_id'].map((column) => image[column])
  const id = meant.find((value) => typeof value === 'string' && names.has(value))
  const word = image.name ?? image.term
  return typeof id === 'string' ? localizeName(names.get(id), locale) : typeof word === 'string' ? word : undefined
}

function titleOf(row: ChangedRow, reader: Reader): string {
  const { changes: t, logged } = messages(reader.locale)
  const kinds: Readonly<Record<string, string>> = logged.kinds
  const nameOf = (table: string, id: string) => {
    const kind = kinds[table] ?? table
    const name = localizeName(reader.names.get(id), reader.locale)
    return name ? t.called(kind, name) : kind
  }
  if (row.table === row.objectTable) return nameOf(row.table, row.objectId)
  if (row.operation === 'erase') return kinds[row.table] ?? row.table
  const kind = kinds[row.table] ?? row.table
  const name = row.isErased || row.objectTable === 'persons' ? undefined : partName(row, reader)
  return t.of(name ? t.called(kind, name) : kind, nameOf(row.objectTable, row.objectId))
}

function entryOf(row: ChangedRow, reader: Reader, known: ReadonlySet<string>, seesAll: boolean): EntryView {
  const hasHistory = seesAll || Boolean(loggedTables[row.objectTable]?.edit)
  return {
    id: row.id,
    title: titleOf(row, reader),
    operation: row.operation,
    path: known.has(row.objectId) || !hasHistory ? null : historyPath(row.objectId),
    fields: row.isErased || row.operation === 'erase' ? [] : fieldsOf(row, reader, new Set([...known, row.objectId])),
    isErased: row.isErased,
  }
}

export type ViewOptions = {
  readonly undoable: LogPage['undoable']
  /** Ids of what the page is about anyway. */
  readonly known: readonly (string | null | undefined)[]
  /** Where the reader comes back to. */
  readonly back: string
}

function viewOf(
  change: Change,
  reader: Reader,
  { undoable, known, back, seesAll }: ViewOptions & { readonly seesAll: boolean },
): ChangeView {
  const about = new Set(known.filter((id) => typeof id === 'string'))
  const query = new URLSearchParams({ aenderung: change.id, zurueck: back })
  return {
    id: change.id,
    at: change.at,
    when: formatInstant(change.at, reader.locale),
    who: tellActor(change.actor, reader),
    undoes: change.undoesId !== null,
    undone: change.undoneById !== null,
    entries: change.rows.map((row) => entryOf(row, reader, about, seesAll)),
    more: Math.max(0, change.rowCount - change.rows.length),
    undoPath: undoable.has(change.id) ? `/organisieren/rueckgaengig?${query}` : null,
  }
}

/** Changes in words, with names for ids. Two queries, however many there are. */
export async function viewsOf(
  ctx: Context,
  locale: Locale,
  changes: readonly Change[],
  options: ViewOptions,
): Promise<ChangeView[]> {
  const reader = await readerOf(ctx, locale, changes)
  return changes.map((change) => viewOf(change, reader, { ...options, seesAll: ctx.may('change.view_all', null) }))
}
