import type { ChangedRow, Image } from '@fachtag/core/modules/messages/changes/types'
import { messages } from '#lib/messages/messages.ts'
import type { FieldView } from './types.ts'
import { isLocalized, type Reader, tellValue } from './values.ts'
import { wordDiff } from './word-diff.ts'

/** What says nothing to people: ids, what is computed from other columns, what counts and dates changes. */
export const silentColumns: ReadonlySet<string> = new Set([
  'id', 'revision', 'created_at', 'updated_at', 'folded', 'sort_key', 'sequence', 'source_key', 'sha256', 'key', 'fingerprint',
  'counter', 'last_used_at', 'transports', 'credential_id', 'public_key', 'token_hash',
]) // biome-ignore format: one list

/** Texts of at least this many letters are compared word by word. */
const longText = 60

type Held = { readonly label: string; readonly column: string; readonly before: unknown; readonly after: unknown }

/** A text in two languages is two fields. */
function inLanguages(held: Held, reader: Reader): Held[] {
  const { before, after, label } = held
  if (![before, after].every((value) => value == null || isLocalized(value))) return [held]
  if (before == null && after == null) return [held]
  const t = messages(reader.locale).changes
  const [was, became] = [before ?? {}, after ?? {}] as [{ de?: string; en?: string }, { de?: string; en?: string }]
  return [
    { ...held, label: t.german(label), before: was.de ?? null, after: became.de ?? null },
    { ...held, label: t.english(label), before: was.en ?? null, after: became.en ?? null },
  ].filter((one) => one.before !== one.after)
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

function viewOf({ label, column, before, after }: Held, isUpdate: boolean, reader: Reader): FieldView {
  const [was, became] = [tellValue(column, before, reader), tellValue(column, after, reader)]
  const isLong =
    typeof before === 'string' && typeof after === 'string' && Math.max(was.length, became.length) >= longText
  return {
    label,
    before: isUpdate || !isEmpty(before) ? was : null,
    after: isUpdate || !isEmpty(after) ? became : null,
    pieces: isUpdate && isLong ? wordDiff(was, became) : null,
  }
}

function columnsOf(before: Image | null, after: Image | null): string[] {
  return Object.keys(after ?? before ?? {}).filter((column) => !silentColumns.has(column))
}

/** What a row tells, field by field; `known` are ids that the reader sees anyway, such as that of the session of an appearance. */
export function fieldsOf(row: ChangedRow, reader: Reader, known: ReadonlySet<string>): FieldView[] {
  const labels: Readonly<Record<string, string>> = messages(reader.locale).logged.fields
  const isUpdate = row.operation === 'update'
  return columnsOf(row.before, row.after)
    .map((column) => ({
      column,
      label: labels[column] ?? column,
      before: row.before?.[column],
      after: row.after?.[column],
    }))
    .filter(({ before, after }) => isUpdate || !known.has(String(after ?? before)))
    .flatMap((held) => inLanguages(held, reader))
    .filter(({ before, after }) => isUpdate || !isEmpty(before) || !isEmpty(after))
    .map((held) => viewOf(held, isUpdate, reader))
}
