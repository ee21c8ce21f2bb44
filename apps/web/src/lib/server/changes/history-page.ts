import { readHistory } from '@fachtag/core/app/change-log/history'
import type { ChangeView } from '#lib/changes/types.ts'
import { localizeName } from '#lib/changes/values.ts'
import { readerOf, viewsOf } from './views.ts'

type HistoryEvent = {
  readonly locals: App.Locals
  readonly url: URL
  readonly params: Readonly<Partial<Record<string, string>>>
}

export type HistoryData = {
  readonly name: string
  readonly changes: readonly ChangeView[]
  readonly older: string | null
}

/** The history of the object in the address, for whom may edit it. Throws `change.not_found`. */
export async function showHistory({ locals, url, params }: HistoryEvent): Promise<{ history: HistoryData }> {
  const { ctx, locale } = locals
  const id = params.id ?? ''
  const page = await readHistory(ctx, id, url.searchParams.get('vor') ?? undefined)
  const { names } = await readerOf(ctx, locale, page.changes)
  const options = { undoable: page.undoable, known: [id], back: url.pathname }
  return {
    history: {
      name: localizeName(names.get(id), locale) ?? id,
      changes: await viewsOf(ctx, locale, page.changes, options),
      older: page.next && `${url.pathname}?vor=${page.next}`,
    },
  }
}
