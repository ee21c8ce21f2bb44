import { sql } from 'kysely'
import type { Transaction } from './tables.ts'

/** The channel on which every process hears what people who look at the same thing have to be told at once. */
export const liveChannel = 'fachtag_live'

/** `topic` names what is looked at (`programme edi_…`), `stamp` how far it has come; what happened is read from the database. */
export type LiveMessage = { readonly topic: string; readonly stamp: number }

/** Says when `tx` commits that `topic` has come to `stamp`; when it rolls back, nothing was said. */
export async function announce(tx: Transaction, message: LiveMessage): Promise<void> {
  const { topic, stamp } = message
  await sql`select pg_notify(${liveChannel}, ${JSON.stringify({ topic, stamp })})`.execute(tx)
}

/** The message in a notification; null for what is none. */
export function readMessage(payload: string | undefined): LiveMessage | null {
  try {
    const { topic, stamp } = JSON.parse(payload ?? '')
    return typeof topic === 'string' && typeof stamp === 'number' ? { topic, stamp } : null
  } catch {
    return null
  }
}
