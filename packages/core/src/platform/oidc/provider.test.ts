import { describe, expect, test } from 'vitest'
import { testProvider } from '../../../test/identity-provider.ts'
import { identityOf, openProvider } from './provider.ts'

const redirectUri = 'https://fachtag.example/anmelden/anbieter/zurueck'
const real = await testProvider(redirectUri)
real.people.set('ida', { name: 'Ida Öhm', email: 'ida@stadt.de', email_verified: true, groups: ['it', 'alle'] })
real.people.set('bo', { email: 'bo@stadt.de', email_verified: false, groups: 'it' })
const provider = openProvider({ ...real.settings, roleClaim: 'groups' })

async function walk(subject: string) {
  const begun = await provider.begin(redirectUri)
  if (!begun) throw new Error('the provider cannot be reached')
  return { attempt: begun.attempt, address: begun.address, callback: await real.signIn(subject, begun.address) }
}

describe('signing in at a real provider', () => {
  test('identifies who signed in', async () => {
    const { attempt, callback } = await walk('ida')
    expect(await provider.finish(callback, attempt)).toEqual({
      kind: 'identified',
      identity: {
        issuer: real.settings.issuer,
        subject: 'ida',
        name: 'Ida Öhm',
        address: 'ida@stadt.de',
        roles: ['it', 'alle'],
      },
    })
  })

  test('takes no address that the provider has not verified', async () => {
    const { attempt, callback } = await walk('bo')
    expect(await provider.finish(callback, attempt)).toMatchObject({
      identity: { subject: 'bo', address: null, name: null, roles: ['it'] },
    })
  })

  test('asks with state, nonce and PKCE, other ones each time', async () => {
    const [one, other] = [await walk('ida'), await walk('ida')]
    const query = new URL(one.address).searchParams
    expect(query.get('code_challenge_method')).toBe('S256')
    expect([query.get('state'), query.get('nonce')]).toEqual([one.attempt.state, one.attempt.nonce])
    expect(one.address).not.toContain(one.attempt.verifier)
    for (const part of ['state', 'nonce', 'verifier'] as const) expect(one.attempt[part]).not.toBe(other.attempt[part])
  })

  test.each(['state', 'nonce', 'verifier'] as const)('is refused with another %s', async (part) => {
    const { attempt, callback } = await walk('ida')
    const foreign = (await provider.begin(redirectUri))!.attempt
    expect(await provider.finish(callback, { ...attempt, [part]: foreign[part] })).toEqual({ kind: 'refused' })
  })

  test('is refused a second time', async () => {
    const { attempt, callback } = await walk('ida')
    expect((await provider.finish(callback, attempt)).kind).toBe('identified')
    expect(await provider.finish(callback, attempt)).toEqual({ kind: 'refused' })
  })

  test.each([
    ['another issuer says so', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
    ['no issuer says so, where this one always does', (url: URL) => url.searchParams.delete('iss')],
    ['the code is another', (url: URL) => url.searchParams.set('code', 'x')],
    ['there is none', (url: URL) => url.searchParams.delete('code')],
    ['the state is missing', (url: URL) => url.searchParams.delete('state')],
    ['the provider says no', (url: URL) => url.searchParams.set('error', 'access_denied')],
  ])('is refused when %s', async (_, spoil) => {
    const { attempt, callback } = await walk('ida')
    spoil(callback)
    expect(await provider.finish(callback, attempt)).toEqual({ kind: 'refused' })
  })

  test('is refused what another provider says', async () => {
    const other = await testProvider(redirectUri)
    const begun = await openProvider({ ...other.settings, roleClaim: null }).begin(redirectUri)
    const callback = await other.signIn('ida', begun!.address)
    expect(await provider.finish(callback, begun!.attempt)).toEqual({ kind: 'refused' })
  })

  test('says when the provider is not there, and finds it when it is', async () => {
    const nowhere = openProvider({ ...real.settings, issuer: 'http://127.0.0.1:1', roleClaim: null })
    expect(await nowhere.begin(redirectUri)).toBeNull()
    const attempt = { state: 's', nonce: 'n', verifier: 'v' }
    expect(await nowhere.finish(new URL(`${redirectUri}?code=x&state=s`), attempt)).toEqual({ kind: 'unreachable' })
  })
})

const claims = { iss: 'https://login.example', sub: '1', aud: 'x', iat: 0, exp: 0 }
test.each([
  ['groups', { groups: ['a', 1, null, 'b'] }, ['a', 'b']],
  ['groups', { groups: 'a' }, ['a']],
  ['groups', {}, []],
  ['realm_access.roles', { realm_access: { roles: ['a'] } }, ['a']],
  ['realm_access.roles', { realm_access: 'a' }, []],
  ['https://example.org/roles', { 'https://example.org/roles': ['a'] }, ['a']],
  ['constructor.name', {}, []],
  ['__proto__.x', {}, []],
  [null, { groups: ['a'] }, []],
])('the roles in %j of %j are %j', (claim, more, roles) => {
  expect(identityOf({ ...claims, ...more }, claim).roles).toEqual(roles)
})
