import * as oidc from 'openid-client'

/** Who signs people in for us, and what we are there. */
export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  /** Null: a public client, protected by PKCE alone. */
  readonly clientSecret: string | null
  /** The claim with the roles; dots lead into objects (`realm_access.roles`). */
  readonly roleClaim: string | null
}

/** What one attempt has to remember until the browser comes back. */
export type Attempt = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** What the provider says about somebody. `subject` is theirs at `issuer` for ever; all else may change. */
export type Identity = {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  /** Only an address that the provider says it has verified. */
  readonly address: string | null
  readonly roles: readonly string[]
}

/** `refused`: the provider or one of the checks says no. `unreachable`: it does not answer, or not as a provider. */
export type Finish =
  | { readonly kind: 'identified'; readonly identity: Identity }
  | { readonly kind: 'refused' | 'unreachable' }

export type IdentityProvider = {
  /** Where to send the browser, and what to remember; null when the provider cannot be reached. */
  begin(redirectUri: string): Promise<{ readonly address: string; readonly attempt: Attempt } | null>
  /**
   * Exchanges what the browser brought back in `callback`. Checked are state, nonce, PKCE, the issuer (RFC 9207, and in the
   * token), audience, signature and times.
   */
  finish(callback: URL, attempt: Attempt): Promise<Finish>
}

const timeoutSeconds = 10

/** The claim at `path`; an own property at every step. */
function claimAt(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  return path.split('.').reduce<unknown>((value, name) => {
    const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    return isThere ? (value as Record<string, unknown>)[name] : undefined
  }, claims)
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : null)

/** What the claims of an ID token say, as far as we look at them. */
export function identityOf(claims: oidc.IDToken, roleClaim: string | null): Identity {
  const roles = roleClaim === null ? [] : claimAt(claims, roleClaim)
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: text(claims.name)?.slice(0, 100) ?? null,
    address: claims.email_verified === true ? text(claims.email) : null,
    roles: (Array.isArray(roles) ? roles : [roles]).filter((role) => typeof role === 'string'),
  }
}

function connect({ issuer, clientId, clientSecret }: ProviderSettings): Promise<oidc.Configuration> {
  const url = new URL(issuer)
  const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretBasic(clientSecret)
  // The settings take plain HTTP on this machine only.
  const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(url, clientId, undefined, authentication, { execute, timeout: timeoutSeconds })
}

/** A provider whose description is fetched when it is first needed, and again after it could not be reached. */
export function openProvider(settings: ProviderSettings): IdentityProvider {
  let configuration: Promise<oidc.Configuration> | undefined
  const configured = async () => {
    configuration ??= connect(settings)
    try {
      return await configuration
    } catch {
      configuration = undefined
      return null
    }
  }
  return {
    async begin(redirectUri) {
      const config = await configured()
      if (!config) return null
      const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, attempt }
    },
    async finish(callback, { state, nonce, verifier }) {
      const config = await configured()
      if (!config) return { kind: 'unreachable' }
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      try {
        const claims = (await oidc.authorizationCodeGrant(config, callback, checks)).claims()
        if (!claims) return { kind: 'refused' }
        return { kind: 'identified', identity: identityOf(claims, settings.roleClaim) }
      } catch (error) {
        return { kind: error instanceof TypeError ? 'unreachable' : 'refused' }
      }
    },
  }
}
