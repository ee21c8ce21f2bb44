import { createHmac } from 'node:crypto'

/** By what somebody is recognised who comes back. */
export type MarkKind = 'person' | 'account' | 'reference' | 'name'

/**
 * What is kept of somebody who was erased: a hash (HMAC-SHA-256) under the key of this installation. Whoever has the hash
 * alone can neither read it nor try out names on it.
 */
export function markOf(key: string, kind: MarkKind, value: string): string {
  return createHmac('sha256', key).update(`${kind}:${value}`).digest('hex')
}

/** What only means somebody together with where it is said, as one value: a reference with its source, a name with its series. */
export function within(place: string, value: string): string {
  return JSON.stringify([place, value])
}
