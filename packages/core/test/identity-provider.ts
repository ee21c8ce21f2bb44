import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'
import { afterAll } from 'vitest'

/** What the provider says about somebody, beside `sub`. */
export type TestClaims = Readonly<Record<string, unknown>>

const clientId = 'fachtag'
const clientSecret = 'a-secret-that-only-tests-know'

function configure(redirectUri: string, people: ReadonlyMap<string, TestClaims>): Configuration {
  return {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'groups'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    cookies: { keys: ['for-tests'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session!.accountId! })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  }
}

/** The answers of a browser that keeps the provider's cookies and follows its redirects to `until`. */
async function follow(start: string, until: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = new URL(start)
  for (let steps = 0; steps < 10; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider answered ${answer.status} at ${at.pathname}: ${await answer.text()}`)
    at = new URL(location, at)
    if (at.href.startsWith(until)) return at
  }
  throw new Error('the provider leads round in circles')
}

/** A real OpenID Connect provider on this machine, for clients that come back to `redirectUri`; stopped after the last test of the file. */
export async function testProvider(redirectUri: string) {
  const people = new Map<string, TestClaims>()
  let present = ''
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configure(redirectUri, people))
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    return provider.interactionFinished(request, response, { login: { accountId: present } })
  })
  afterAll(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return {
    settings: { issuer, clientId, clientSecret },
    people,
    /** Signs `subject` in at the provider, in a browser that was sent to `address`; where it is sent back to. */
    signIn(subject: string, address: string): Promise<URL> {
      present = subject
      return follow(address, redirectUri)
    },
  }
}
