import { systemActor } from '@fachtag/core/kernel/actor'
import { newToken } from '@fachtag/core/kernel/tokens'
import { openAccount } from '@fachtag/core/modules/people/accounts/commands'
import { disableAccount } from '@fachtag/core/modules/people/accounts/directory/commands'
import { limits } from '@fachtag/core/modules/people/accounts/limits/rules'
import { answerRequest } from '@fachtag/core/modules/people/accounts/links/commands'
import { beforeEach, describe, expect, test } from 'vitest'
import { testSite } from '../test/site.ts'

const { app, web } = await testSite()
const system = app.ctx(systemActor)
const known = 'ida@stadt.de'
const unknown = 'bob@stadt.de'
const accountId = await openAccount(system, { address: known })

beforeEach(async () => {
  for (const table of ['try_counts', 'sign_in_requests', 'sign_ins', 'mails'] as const)
    await app.db.deleteFrom(table).execute()
  await app.db.updateTable('accounts').set({ disabled_at: null }).execute()
})

type Sent = { readonly cookie?: string; readonly headers?: Record<string, string> }

/** Sends a form as the browser does that has loaded it from the site. */
const send = (path: string, form: Record<string, string>, { cookie = '', headers = {} }: Sent = {}) =>
  fetch(web.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
    headers: { origin: web.url, accept: 'text/html', cookie, ...headers },
  })
const cookieOf = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0]

/** Asks for a mail; what the browser holds then, and what the mail says. */
async function ask(address = known) {
  const answer = await send('/anmelden?/mail', { address })
  const [request] = await app.db.selectFrom('sign_in_requests').select('id').orderBy('id', 'desc').limit(1).execute()
  await answerRequest(system, { requestId: request?.id ?? '' })
  const mail = await app.db.selectFrom('mails').select('body').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const [, token = ''] = /\?link=([\w-]{43})/.exec(mail?.body ?? '') ?? []
  const [code = ''] = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(mail?.body ?? '') ?? []
  return { answer, token, code, browser: cookieOf(answer, 'fachtag_anfrage') ?? '' }
}
const konto = (cookie: string) => fetch(`${web.url}/konto`, { headers: { cookie, accept: 'text/html' } })

async function signIn(): Promise<string> {
  const { token } = await ask()
  return cookieOf(await send('/anmelden/link', { token }), 'fachtag_anmeldung') ?? ''
}

describe('whether an address is known', () => {
  test('shows neither in the answer nor on the page after it', async () => {
    const [one, other] = [await ask(known), await ask(unknown)]
    expect([one.token.length, other.token.length]).toEqual([43, 43])
    const shape = async ({ answer, browser }: typeof one) => {
      const page = await fetch(`${web.url}/anmelden/code`, { headers: { cookie: browser } })
      const headers = [...answer.headers.keys()].filter((name) => name !== 'date')
      return [answer.status, answer.headers.get('location'), headers, page.status, (await page.text()).length]
    }
    expect(await shape(one)).toEqual(await shape(other))
  })

  test('shows in no refusal either', async () => {
    const statuses = async (address: string) => {
      await app.db.deleteFrom('try_counts').execute()
      const answers = []
      for (let n = 0; n < 7; n++) answers.push(await send('/anmelden?/mail', { address }))
      return Promise.all(answers.map(async (answer) => [answer.status, (await answer.text()).length]))
    }
    expect(await statuses(known)).toEqual(await statuses(unknown))
  })
})

describe('the link of a mail', () => {
  test('survives whatever scanners, previews and prefetching browsers do by reading', async () => {
    const { token } = await ask()
    const path = `${web.url}/anmelden/link?link=${token}`
    const looks: RequestInit[] = [
      { method: 'HEAD' },
      { method: 'GET', headers: { 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' } },
      { method: 'GET', headers: { 'user-agent': 'Mozilla/5.0 (compatible; SafeLinks)' } },
      { method: 'OPTIONS' },
    ]
    for (let n = 0; n < 5; n++) for (const look of looks) await fetch(path, look)
    const page = await fetch(path, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain(known)
    expect(page.headers.get('referrer-policy')).toBe('strict-origin')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect((await send('/anmelden/link', { token })).status).toBe(303)
  })

  test('sent twenty times at once signs in once', async () => {
    const { token } = await ask()
    const answers = await Promise.all(Array.from({ length: 20 }, () => send('/anmelden/link', { token })))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(19).fill(403)])
  })

  test('says where it was asked for when it is opened elsewhere', async () => {
    const { token, browser } = await ask()
    const open = async (cookie: string) =>
      (await fetch(`${web.url}/anmelden/link?link=${token}`, { headers: { cookie } })).text()
    expect(await open('')).toContain('Diesen Link hat ein anderer Browser angefordert')
    expect(await open(browser)).not.toContain('Diesen Link hat ein anderer Browser angefordert')
  })
})

describe('the code of a mail', () => {
  test('signs in the browser that asked', async () => {
    const { code, browser } = await ask()
    expect((await send('/anmelden/code', { code }, { cookie: 'fachtag_anfrage=x' })).status).toBe(422)
    const answer = await send('/anmelden/code', { code }, { cookie: browser })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/konto'])
  })

  test('a thousand guesses with a different claim each time of where they come from are no more than allowed', async () => {
    const { browser } = await ask()
    const guess = async (n: number) => {
      const from = `198.51.${n % 250}.${(n * 7) % 250}`
      const headers = { 'x-forwarded-for': from, forwarded: `for=${from}`, 'x-real-ip': `2001:db8:${n}::1` }
      return (await send('/anmelden/code', { code: `ZZZZ-${1_000 + n}` }, { cookie: browser, headers })).status
    }
    const statuses: number[] = []
    for (let n = 0; n < 1_000; n += 20)
      statuses.push(...(await Promise.all(Array.from({ length: 20 }, (_, i) => guess(n + i)))))
    expect(statuses.filter((status) => status === 422)).toHaveLength(limits['proof.network'].tries)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1_000 - limits['proof.network'].tries)
  })
})

describe('the cookie', () => {
  test('is out of reach for scripts and other sites, and new each time', async () => {
    const { token } = await ask()
    const foisted = newToken()
    const answer = await send('/anmelden/link', { token }, { cookie: `fachtag_anmeldung=${foisted}` })
    const set = answer.headers.getSetCookie().find((one) => one.startsWith('fachtag_anmeldung=')) ?? ''
    expect(set).toMatch(/; HttpOnly/)
    expect(set).toMatch(/; SameSite=Lax/)
    expect(set).toMatch(/; Path=\//)
    expect(set).not.toMatch(/; Domain/)
    expect(set).not.toContain(foisted)
    expect((await konto(`fachtag_anmeldung=${foisted}`)).status).toBe(403)
    expect((await konto(set.split(';')[0] ?? '')).status).toBe(200)
  })

  test('is worth nothing after signing out, and after the account was disabled', async () => {
    const [one, other] = [await signIn(), await signIn()]
    expect((await send('/konto?/signOut', {}, { cookie: one })).status).toBe(303)
    expect([(await konto(one)).status, (await konto(other)).status]).toEqual([403, 200])
    await disableAccount(system, { accountId })
    expect((await konto(other)).status).toBe(403)
  })

  test('shows nothing of an account to be kept by anybody', async () => {
    const page = await konto(await signIn())
    expect(page.headers.get('cache-control')).toBe('no-store')
  })
})

describe('another site', () => {
  const types = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain']
  const paths = [
    '/anmelden?/mail',
    '/anmelden/link',
    '/anmelden/code',
    '/anmelden/passkey',
    '/einrichten',
    '/einladung',
    '/konto?/signOut',
    '/konto/anmeldungen',
    '/konto/notfallcodes',
  ]
  test.each(paths.flatMap((path) => types.map((type) => [path, type])))('cannot send %s as %s', async (path, type) => {
    const cookie = await signIn()
    for (const origin of ['https://evil.example', 'null', `${web.url}.evil.example`]) {
      const answer = await fetch(web.url + path, {
        method: 'POST',
        redirect: 'manual',
        body: 'token=x&address=ida@stadt.de',
        headers: { origin, 'content-type': type, cookie },
      })
      expect(answer.status).toBe(403)
    }
    expect((await konto(cookie)).status).toBe(200)
  })

  test('cannot lead away whom signs in', async () => {
    const asked = await send('/anmelden?/mail', { address: known, weiter: '//evil.example/konto' })
    expect(asked.status).toBe(303)
    const rows = await app.db.selectFrom('sign_in_requests').select('next').execute()
    expect(rows).toEqual([{ next: '' }])
  })
})

test.each([{ accountId: 'acc_x' }, { isStrong: 'true' }, { role: 'operator' }, { 'next[]': 'x' }])(
  'what a form holds beside its fields changes nothing: %j',
  async (more) => {
    const { token } = await ask()
    const answer = await send('/anmelden/link', { token, ...(more as unknown as Record<string, string>) })
    expect(answer.status).toBe(303)
    const row = app.db.selectFrom('sign_ins').select(['account_id', 'strong_until'])
    expect(await row.execute()).toEqual([{ account_id: accountId, strong_until: null }])
  },
)
