import { readHistory, tableOf } from '@fachtag/core/app/change-log/history'
import { DomainError } from '@fachtag/core/kernel/errors'
import { readerOf, tellActor } from '../changes/views.ts'

export type LastChange = { readonly by: string | null; readonly at: string | null }

const unknown: LastChange = { by: null, at: null }

/** Who changed an object last, and when (instant); nobody and never where the asker may not know. */
export async function lastChange({ ctx, locale }: App.Locals, id: string | undefined): Promise<LastChange> {
  if (!id || !tableOf(id)) return unknown
  try {
    const [change] = (await readHistory(ctx, id)).changes
    if (!change) return unknown
    const reader = await readerOf(ctx, locale, [{ ...change, rows: [] }])
    return { by: tellActor(change.actor, reader), at: change.at }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'change.not_found') return unknown
    throw error
  }
}
