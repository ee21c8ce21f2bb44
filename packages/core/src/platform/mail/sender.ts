import { headerName, plainAddress } from './address.ts'

/** Whom mail comes from. */
export interface Sender {
  readonly name: string | null
  readonly address: string
}

/** Reads `address` or `name <address>`; undefined where it is neither. */
export function readSender(text: string): Sender | undefined {
  const named = /^"?([^"<>]*?)"?\s*<([^<>]*)>$/.exec(text)
  const address = plainAddress(named?.[2] ?? text)
  const name = named?.[1] ? headerName(named[1]) : null
  return !address || (named?.[1] && !name) ? undefined : { name, address }
}
