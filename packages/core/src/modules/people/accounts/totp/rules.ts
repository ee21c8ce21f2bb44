import { createHmac } from 'node:crypto'

/** RFC 6238 with what every app understands: SHA-1, six digits, a new code every 30 seconds. */
const digits = 6
const stepSeconds = 30

/** RFC 4226, 4, R6: a secret of 160 bits. */
export const secretBytes = 20

/** How many steps a clock may be ahead or behind. RFC 6238, 5.2 recommends one. */
const tolerance = 1

/** The code of RFC 4226 for `counter`, six digits with leading zeros. */
export function hotp(secret: Uint8Array, counter: number): string {
  const moving = Buffer.alloc(8)
  moving.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac('sha1', secret).update(moving).digest()
  const offset = mac[mac.length - 1]! & 0xf
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The number of the 30 seconds that `now` lies in. */
export function stepAt(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1_000 / stepSeconds)
}

/**
 * The step after `lastStep` whose code is `code` at `now`; undefined when there is none. A code counts once: RFC 6238, 5.2
 * forbids to take it again.
 */
export function matchingStep(
  secret: Uint8Array,
  { code, now, lastStep }: { readonly code: string; readonly now: Temporal.Instant; readonly lastStep: number },
): number | undefined {
  const current = stepAt(now)
  const steps = Array.from({ length: 2 * tolerance + 1 }, (_, i) => current - tolerance + i)
  return steps.find((step) => step > lastStep && hotp(secret, step) === code)
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** `bytes` in base 32 (RFC 4648) without padding, as apps take a key. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the QR code says to the app (the Key Uri Format of Google Authenticator, which all apps read). */
export function keyUri(secret: Uint8Array, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
