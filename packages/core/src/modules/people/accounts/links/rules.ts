import { randomInt } from 'node:crypto'
import { hashToken } from '../../../../kernel/tokens.ts'
import { linkParameter } from '../setup/rules.ts'

/** A link in a mail, and its code: OWASP ASVS 5.0, 6.5.5 allows ten minutes. */
export const requestLifetime = Temporal.Duration.from({ minutes: 10 })

/** How many codes one request lets be typed. */
export const codeTries = 5

/** Crockford's base 32 without I, L, O, U: what is read off one screen and typed into another is not mistaken. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 8

/** A code to type: 40 random bits. It works only in the browser that asked, and only for a few tries. */
export function newCode(): string {
  return Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('')
}

/** A code as its reader sees it: `7K3M-9QXP`. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** What somebody typed as the code that it can mean: without blanks and hyphens, O read as 0, I and L as 1. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** The hash of a code, good for one request only. */
export function hashCode(requestId: string, code: string): string {
  return hashToken(`${requestId}:${code}`)
}

/** The address of the page that asks whether to sign in with a link from a mail. */
export function linkAddress(origin: string, locale: 'de' | 'en', token: string): string {
  return `${origin}${locale === 'en' ? '/en' : ''}/anmelden/link?${linkParameter}=${token}`
}
