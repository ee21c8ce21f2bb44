/** How long a browser may take to ask its owner. */
export const challengeLifetime = Temporal.Duration.from({ minutes: 5 })

/** The relying party id (WebAuthn) of the site at `origin`: its host name. */
export function relyingPartyOf(origin: string): string {
  return new URL(origin).hostname
}

/** The challenge that an answer claims to be to; undefined when it cannot be read. */
export function challengeOf(clientDataJson: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString()) as { challenge?: unknown }
    return typeof challenge === 'string' ? challenge : undefined
  } catch {
    return undefined
  }
}

/** The signatures that are taken (COSE): EdDSA, ES256, RS256. Every device has one of them. */
export const algorithms = [-8, -7, -257] as const
