import { resolve } from 'node:path'

/** Turns the text of an environment variable into a value; undefined says that the text is not what the setting expects. */
export type Parser<T> = (text: string) => T | undefined

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): Parser<number> {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : undefined
  }
}

/** One of `values`, in any case of letters. */
export function oneOf<const T extends string>(...values: readonly T[]): Parser<T> {
  return (text) => values.find((value) => value === text.toLowerCase())
}

export const yesOrNo: Parser<boolean> = (text) => {
  if (/^(yes|ja|true|1)$/i.test(text)) return true
  return /^(no|nein|false|0)$/i.test(text) ? false : undefined
}

/** A host name or address to listen on: no scheme, no port. */
export const hostName: Parser<string> = (text) => (/^[\w.:-]+$/.test(text) ? text : undefined)

/** `http(s)://host[:port]` and nothing behind it, as `URL.origin` writes it. */
export const webOrigin: Parser<string> = (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const bare =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  return bare ? url.origin : undefined
}

export const postgresUrl: Parser<string> = (text) =>
  URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol) ? text : undefined

/** An absolute folder; a relative one counts from the working directory. */
export const folder: Parser<string> = (text) => resolve(text)

/** Any text on one line. */
export const plainText: Parser<string> = (text) => (/^[^\p{Cc}]+$/u.test(text) ? text : undefined)
