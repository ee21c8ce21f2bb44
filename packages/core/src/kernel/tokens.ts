import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits that fits into a link or a cookie. It is shown once; only `hashToken` of it is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * SHA-256 of a token, in hex: who reads the database cannot sign in with it. A slow hash would add nothing, because 256
 * random bits cannot be guessed.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
