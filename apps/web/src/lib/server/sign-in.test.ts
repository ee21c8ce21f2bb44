import { createContext } from '@fachtag/core/app/context'
import { publicActor, systemActor } from '@fachtag/core/kernel/actor'
import { fixedClock } from '@fachtag/core/kernel/clock'
import { createSetupLink, useSetupLink } from '@fachtag/core/modules/people/accounts/commands'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../packages/core/test/database.ts'
import { visit } from '../../../test/visit.ts'
import { findSignedIn, forgetSignIn, keepSignIn, readToken } from './sign-in.ts'

const { db } = await testDatabase()
const at = (instant: string, actor = publicActor) => createContext(db, actor, fixedClock(instant))
const noon = '2031-11-01T12:00:00Z'
const name = 'fachtag_anmeldung'

/** A browser with what it holds, as the functions ask for it. */
function browser(token?: string) {
  const { cookies } = visit({ db, cookies: new Map(token === undefined ? [] : [[name, token]]) }, '/')
  return {
    cookies: cookies as never as Parameters<typeof readToken>[0],
    options: cookies.options,
    held: () => cookies.get(name),
  }
}

async function signIn() {
  const { token } = await createSetupLink(at(noon, systemActor))
  const outcome = await useSetupLink(at(noon), { token })
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return outcome.signIn
}

describe('the cookie', () => {
  test.each([
    ['https://fachtag.example/einrichten', true],
    ['http://127.0.0.1:3000/einrichten', false],
  ])('set on %s is out of reach, and for encrypted ways only: %s', (address, secure) => {
    const { cookies, options, held } = browser()
    keepSignIn(cookies, new URL(address), {
      token: 'a'.repeat(43),
      accountId: 'acc_x',
      expiresAt: '2031-12-01T12:00:00Z',
    })
    expect(held()).toBe('a'.repeat(43))
    expect(options.get(name)).toEqual({
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      expires: new Date('2031-12-01T12:00:00Z'),
    })
  })

  test('is taken away where it was set', () => {
    const { cookies, options, held } = browser('a'.repeat(43))
    forgetSignIn(cookies, new URL('https://fachtag.example/'))
    expect([held(), options.get(name)?.path]).toEqual([undefined, '/'])
  })

  test.each([undefined, '', 'x', 'a'.repeat(42), 'a'.repeat(44), `${'a'.repeat(42)}'`, `${'a'.repeat(42)} `])(
    '%j is no token',
    (token) => expect(readToken(browser(token).cookies)).toBeUndefined(),
  )

  test('a token is read as it is', () =>
    expect(readToken(browser('a-_Z'.padEnd(43, '9')).cookies)).toBe('a-_Z'.padEnd(43, '9')))
})

describe('the organiser behind a cookie', () => {
  test('is found as long as the sign-in holds', async () => {
    const { token, accountId, expiresAt } = await signIn()
    const { cookies } = browser(token)
    expect(await findSignedIn(at(noon), cookies)).toMatchObject({
      kind: 'account',
      accountId,
      grants: [{ role: 'operator' }],
    })
    const last = Temporal.Instant.from(expiresAt).subtract({ seconds: 1 }).toString()
    expect(await findSignedIn(at(last), cookies)).not.toBeNull()
    expect(await findSignedIn(at(expiresAt), cookies)).toBeNull()
  })

  test.each([undefined, 'x', 'a'.repeat(43)])('is nobody for %j', async (token) => {
    expect(await findSignedIn(at(noon), browser(token).cookies)).toBeNull()
  })
})
