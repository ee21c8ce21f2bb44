import { listAuthors, nameAll, readLog } from '@fachtag/core/app/change-log/history'
import { loggedTables } from '@fachtag/core/app/change-log/logged-tables'
import { changeFilterInput } from '@fachtag/core/modules/messages/changes/schema'
import type { ChangeView } from '#lib/changes/types.ts'
import { localizeName } from '#lib/changes/values.ts'
import { messages } from '#lib/messages/messages.ts'
import { tellActor, viewsOf } from './views.ts'

type Option = { readonly value: string; readonly label: string }

/** What `ChangeLog.svelte` shows. */
export type LogData = {
  readonly place: 'site' | 'series' | 'edition'
  readonly changes: readonly ChangeView[]
  /** What was asked for, by the names in the address. */
  readonly asked: Readonly<Record<string, string>>
  readonly isFiltered: boolean
  readonly objectName: string | null
  readonly authors: readonly Option[]
  readonly kinds: readonly Option[]
  /** The address of earlier changes; null on the last page. */
  readonly older: string | null
}

type LogEvent = { readonly locals: App.Locals; readonly url: URL }

/** The names in the address, in the language of addresses. */
const names = {
  actor: 'wer',
  from: 'von',
  until: 'bis',
  table: 'was',
  text: 'enthaelt',
  object: 'objekt',
  before: 'vor',
}

function readFilter(query: URLSearchParams) {
  const given = Object.entries(names).flatMap(([key, name]) => {
    const value = query.get(name)?.trim()
    return value ? [[key, value] as const] : []
  })
  return changeFilterInput.parse(Object.fromEntries(given))
}

async function offerChoices({ locals }: LogEvent) {
  const { ctx, scope, locale } = locals
  const authors = await listAuthors(ctx, scope)
  const reader = { locale, names: await nameAll(ctx.db, authors) }
  const kinds: Readonly<Record<string, string>> = messages(locale).logged.kinds
  const byLabel = (one: Option, other: Option) => one.label.localeCompare(other.label, locale)
  return {
    authors: authors.map((value) => ({ value, label: tellActor(value, reader) })).sort(byLabel),
    kinds: Object.entries(loggedTables)
      .filter(([, table]) => table.named)
      .map(([value]) => ({ value, label: kinds[value] ?? value }))
      .sort(byLabel),
  }
}

function olderPath(url: URL, next: string | null): string | null {
  if (next === null) return null
  const query = new URLSearchParams(url.searchParams)
  query.set(names.before, next)
  return `${url.pathname}?${query}`
}

/** The log of the edition or series in the address, or of the whole site, as far as the address asks for it. */
export async function showLog(event: LogEvent): Promise<{ log: LogData }> {
  const { ctx, scope, locale } = event.locals
  const { before, ...filter } = readFilter(event.url.searchParams)
  const page = await readLog(ctx, scope, filter, before)
  const editionId = scope && 'editionId' in scope ? scope.editionId : null
  const known = [editionId, scope?.seriesId]
  const { pathname, search } = event.url
  const asked = Object.values(names).map((name) => [name, event.url.searchParams.get(name) ?? ''] as const)
  const objectNames = filter.object ? await nameAll(ctx.db, [filter.object]) : undefined
  const log: LogData = {
    place: editionId ? 'edition' : scope ? 'series' : 'site',
    changes: await viewsOf(ctx, locale, page.changes, { undoable: page.undoable, known, back: pathname + search }),
    asked: Object.fromEntries(asked),
    isFiltered: Object.values(filter).some((value) => value !== undefined),
    objectName: filter.object ? (localizeName(objectNames?.get(filter.object), locale) ?? filter.object) : null,
    older: olderPath(event.url, page.next),
    ...(await offerChoices(event)),
  }
  return { log }
}
