import { randomInt } from 'node:crypto'
import { hashToken } from '../../../../kernel/tokens.ts'

/** How many codes are made at once. */
export const recoveryCodeCount = 10

/** Crockford's base 32 without I, L, O, U: what is typed from paper is not mistaken. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 16

/** A recovery code: 80 random bits, which the hash of a stolen database does not give away. */
export function newRecoveryCode(): string {
  return Array.from({ length: codeLength }, () => letters[randomInt(letters.length)]).join('')
}

/** A code as it is printed: `7K3M-9QXP-2ABC-DEFG`. */
export function showRecoveryCode(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-')
}

/** The hash of a code for one account. */
export function hashRecoveryCode(accountId: string, code: string): string {
  return hashToken(`${accountId}:${code}`)
}
