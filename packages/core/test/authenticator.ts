import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest()
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

const present = 0x01
const verified = 0x04
const attested = 0x40

/** What a test can make an authenticator do wrong. */
export type Manner = {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  /** Whether it asked its owner for a fingerprint or PIN. */
  readonly isVerified?: boolean
}

/**
 * A passkey as a device keeps it (WebAuthn level 3, ES256, attestation "none"), for a site at `origin`. It answers in JSON, as a
 * browser's `toJSON()` writes it.
 */
export function newAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0

  const authenticatorData = (
    { rpId = new URL(origin).hostname, isVerified = true }: Manner,
    more = Buffer.alloc(0),
  ) => {
    const flags = present | (isVerified ? verified : 0) | (more.length > 0 ? attested : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, more])
  }
  const clientData = (type: string, challenge: string, manner: Manner) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: manner.challenge ?? challenge,
        origin: manner.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const coseKey = () => {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const [point, ordinate] = [x, y].map((part) => new Uint8Array(Buffer.from(part, 'base64url')))
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point!],
        [-3, ordinate!],
      ]) as never,
    )
  }
  const credential = { id: base64url(id), rawId: base64url(id), type: 'public-key' }

  return {
    /** Answers `navigator.credentials.create()`. */
    create({ challenge }: { readonly challenge: string }, manner: Manner = {}): string {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attestedData = Buffer.concat([Buffer.alloc(16), length, id, coseKey()])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authenticatorData(manner, attestedData))],
      ])
      const clientDataJSON = base64url(clientData('webauthn.create', challenge, manner))
      const attestationObject = base64url(isoCBOR.encode(attestation as never))
      return JSON.stringify({
        ...credential,
        response: { clientDataJSON, attestationObject, transports: ['internal'] },
      })
    },
    /** Answers `navigator.credentials.get()`. */
    get({ challenge }: { readonly challenge: string }, manner: Manner = {}): string {
      const data = authenticatorData(manner)
      const client = clientData('webauthn.get', challenge, manner)
      const signature = createSign('sha256').update(data).update(sha256(client)).sign(privateKey)
      const response = {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      }
      return JSON.stringify({ ...credential, response })
    },
    /** Goes back to an earlier state, as a copy of it that somebody made would be in. */
    rewind(): void {
      counter = 0
    },
  }
}
