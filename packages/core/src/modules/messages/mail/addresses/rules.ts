import { createHash } from 'node:crypto'

/**
 * What is kept about an address instead of the address itself, where it only has to be recognised. Case does not count.
 */
export function hashAddress(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex')
}
