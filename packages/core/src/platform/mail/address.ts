import { domainToASCII } from 'node:url'

const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
// What a header would be decoded from (RFC 2047).
const encodedWord = '=?'
const domain = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/**
 * The plain mail address that `text` is, with its domain in ASCII; null when it is none. Quoted names, comments, routes and
 * address literals of RFC 5321 are refused: nobody has them, and every one of them has hidden an attack.
 */
export function plainAddress(text: string): string | null {
  const at = text.lastIndexOf('@')
  if (at < 1 || at > 64 || text.length > 254 || text.includes(encodedWord) || !localPart.test(text.slice(0, at)))
    return null
  const host = domainToASCII(text.slice(at + 1)).toLowerCase()
  return domain.test(host) ? `${text.slice(0, at)}@${host}` : null
}

const plainName = /^[\p{L}\p{M}\p{N} .,'’()&+-]{1,100}$/u

/**
 * A name as it may stand before an address in a header; null for one that has signs which programs read as an address, a
 * link or an encoded word. The mail then goes to the address alone.
 */
export function headerName(name: string | null | undefined): string | null {
  const trimmed = name?.trim() ?? ''
  return plainName.test(trimmed) ? trimmed : null
}
