import { createContext } from '@fachtag/core/app/context'
import { publicActor, systemActor } from '@fachtag/core/kernel/actor'
import { fixedClock } from '@fachtag/core/kernel/clock'
import { createSetupLink, useSetupLink } from '@fachtag/core/modules/people/accounts/setup/commands'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { visit } from '../../../test/visit.ts'
import { findSignedIn, forgetSignIn, keepBrowser, keepSignIn, readBrowser, readToken } from './sign-in.ts'

const { db } = await testDatabase()
const at = (instant: string, actor = publicActor) => createContext(db, actor, fixedClock(instant))
const noon = '2031-11-01T12:00:00Z'
const name = '__Host-fachtag_anmeldung'
const from = { device: { browser: 'firefox', system: 'linux' } } as const

/** A browser at `address` with what it holds, as the functions ask for it. */
function browser(token?: string, address = 'https://fachtag.example/', as = name) {
  const { cookies } = visit({ db, cookies: new Map(token === undefined ? [] : [[as, token]]) }, '/')
  return {
    asking: { cookies, url: new URL(address) } as never as Parameters<typeof readToken>[0],
    options: cookies.options,
    held: (held = name) => cookies.get(held),
  }
}

async function signIn() {
  const { token } = await createSetupLink(at(noon, systemActor))
  const outcome = await useSetupLink(at(noon), { token, ...from })
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return outcome.signIn
}

describe('the cookie', () => {
  test.each([
    ['https://fachtag.example/einrichten', '__Host-fachtag_anmeldung', true],
    ['http://127.0.0.1:3000/einrichten', 'fachtag_anmeldung', false],
  ])('set on %s is called %s, out of reach, and for encrypted ways only: %s', (address, as, secure) => {
    const { asking, options, held } = browser(undefined, address)
    const token = 'a'.repeat(43)
    keepSignIn(asking, { token, accountId: 'acc_x', isStrong: false, expiresAt: '2031-12-01T12:00:00Z' })
    expect([held(as), options.size]).toEqual([token, 1])
    expect(options.get(as)).toEqual({
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      expires: new Date('2031-12-01T12:00:00Z'),
    })
  })

  test('is taken away where it was set', () => {
    const { asking, options, held } = browser('a'.repeat(43))
    forgetSignIn(asking)
    expect([held(), options.get(name)?.path]).toEqual([undefined, '/'])
  })

  test.each([undefined, '', 'x', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}'`, `${'a'.repeat(42)} `])(
    '%j is no token',
    (token) => expect(readToken(browser(token).asking)).toBeUndefined(),
  )

  test('a token is read as it is', () =>
    expect(readToken(browser('a-_Z'.padEnd(43, '9')).asking)).toBe('a-_Z'.padEnd(43, '9')))

  test('that a neighbour under the same domain could have set is not looked at', () => {
    const token = 'a'.repeat(43)
    expect(readToken(browser(token, 'https://fachtag.example/', 'fachtag_anmeldung').asking)).toBeUndefined()
    expect(readToken(browser(token, 'http://127.0.0.1/', 'fachtag_anmeldung').asking)).toBe(token)
  })
})

describe('what a browser is known by between two steps', () => {
  test('stays the same until it is over', () => {
    const { asking, options } = browser()
    expect(readBrowser(asking)).toBeUndefined()
    const token = keepBrowser(asking)
    expect([readBrowser(asking), keepBrowser(asking)]).toEqual([token, token])
    expect(options.get('__Host-fachtag_anfrage')).toMatchObject({ httpOnly: true, sameSite: 'lax', maxAge: 3_600 })
  })
})

describe('the organiser behind a cookie', () => {
  test('is found as long as the sign-in holds', async () => {
    const { token, accountId, expiresAt } = await signIn()
    const { asking } = browser(token)
    expect(await findSignedIn(at(noon), asking)).toMatchObject({
      kind: 'account',
      accountId,
      grants: [{ role: 'operator' }],
    })
    expect(await findSignedIn(at(expiresAt), asking)).toBeNull()
  })

  test('is noted to have been here, which keeps the sign-in from lying idle', async () => {
    const { asking } = browser((await signIn()).token)
    for (const day of ['05', '10', '15', '20']) {
      expect(await findSignedIn(at(`2031-11-${day}T12:00:00Z`), asking)).not.toBeNull()
    }
    expect(await findSignedIn(at('2031-11-28T12:00:00Z'), asking)).toBeNull()
  })

  test.each([undefined, 'x', 'a'.repeat(43)])('is nobody for %j', async (token) => {
    expect(await findSignedIn(at(noon), browser(token).asking)).toBeNull()
  })
})
