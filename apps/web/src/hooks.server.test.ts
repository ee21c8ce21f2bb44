import { createContext } from '@fachtag/core/app/context'
import { setRuntime } from '@fachtag/core/app/runtime'
import { type Actor, systemActor } from '@fachtag/core/kernel/actor'
import { fixedClock } from '@fachtag/core/kernel/clock'
import { createSetupLink, useSetupLink } from '@fachtag/core/modules/people/accounts/setup/commands'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../packages/core/test/database.ts'
import { addEdition } from '../../../packages/core/test/programme.ts'
import { visit } from '../test/visit.ts'
import { handle } from './hooks.server.ts'
import { securityHeaders } from './lib/server/security-headers.ts'

const { db } = await testDatabase()
const clock = fixedClock('2031-11-01T12:00:00Z')
setRuntime({ ctx: (actor: Actor) => createContext(db, actor, clock) } as Parameters<typeof setRuntime>[0])
afterAll(() => setRuntime(undefined))

type Asked = {
  readonly method?: string
  readonly isData?: boolean
  readonly token?: string
  readonly answer?: () => Response
  readonly params?: Readonly<Record<string, string>>
}

/** Asks for `path`, which belongs to the route `id`. Answers what came back, who asked, and whether the page was made at all. */
async function ask(
  id: string | null,
  path: string,
  { method = 'GET', isData = false, token, answer, params = {} }: Asked = {},
) {
  const cookies = new Map(token ? [['__Host-fachtag_anmeldung', token]] : [])
  const fetched: string[] = []
  const event = {
    ...visit({ db, cookies }, path, params),
    route: { id },
    isDataRequest: isData,
    fetch: async (address: string) => {
      fetched.push(address)
      return new Response('how to get in')
    },
  }
  Object.assign(event, { request: new Request(event.url, { method }) })
  let isMade = false
  const resolve = async (
    _: unknown,
    { transformPageChunk }: { transformPageChunk: (chunk: { html: string }) => string },
  ) => {
    isMade = true
    const html = transformPageChunk({ html: '<html lang="%lang%">' })
    return answer?.() ?? new Response(html, { headers: { 'content-type': 'text/html' } })
  }
  const response = await handle({ event, resolve } as never)
  return { response, headers: response.headers, locals: event.locals, isMade, fetched, text: await response.text() }
}

async function signIn(): Promise<string> {
  const { token } = await createSetupLink(createContext(db, systemActor, clock))
  const outcome = await useSetupLink(createContext(db, { kind: 'public' }, clock), {
    token,
    device: { browser: 'other', system: 'other' },
  })
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return outcome.signIn.token
}

describe('what is public', () => {
  test.each([
    ['/themen', '/themen', 'de'],
    ['/themen', '/en/themen', 'en'],
    ['/', '/en', 'en'],
    ['/[series]', '/english', 'de'],
  ])('%s at %s is made in %s', async (id, path, locale) => {
    const { response, locals, text } = await ask(id, path)
    expect([response.status, locals.locale, text]).toEqual([200, locale, `<html lang="${locale}">`])
    expect(locals.ctx.actor.kind).toBe('public')
  })

  test('has every header that protects it, and says in which letters it is written', async () => {
    const { headers } = await ask('/themen', '/themen')
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  test('keeps the headers that a page has set itself', async () => {
    const own = { 'referrer-policy': 'no-referrer', 'cache-control': 'private' }
    const { headers } = await ask('/einrichten', '/einrichten', { answer: () => new Response('', { headers: own }) })
    expect([headers.get('referrer-policy'), headers.get('cache-control')]).toEqual(['no-referrer', 'private'])
  })
})

describe('what may be kept', () => {
  test.each<[string, string, string, Asked, boolean]>([
    ['a page', '/themen', '/themen', {}, true],
    ['a page with a filter', '/personen', '/personen?buchstabe=A&seite=2', {}, true],
    ['a page with something else behind it', '/personen', '/personen?buchstabe=A&utm=x', {}, false],
    ['a page that takes no filter', '/themen', '/themen?x', {}, false],
    ['what is of the moment', '/barriere-melden', '/barriere-melden', {}, false],
    ['what is running now', '/[series]/[edition]/programm/[[day=day]]', '/a/b/programm?jetzt', {}, false],
    ['what is sent', '/themen', '/themen', { method: 'POST' }, false],
    ['a head', '/themen', '/themen', { method: 'HEAD' }, false],
    ['data', '/themen', '/themen', { isData: true }, false],
    ['a mistake', '/themen', '/themen', { answer: () => new Response('', { status: 404 }) }, false],
    ['a redirect', '/themen', '/themen', { answer: () => new Response('', { status: 303 }) }, false],
  ])('%s', async (_, id, path, asked, isKept) => {
    const { headers } = await ask(id, path, asked)
    expect(headers.get('x-fachtag-cache')).toBe(isKept ? 'public' : null)
    expect(headers.get('cache-control')).toBe(isKept ? 'no-cache' : 'no-store')
  })

  test('an address that belongs to no page is answered, and not kept', async () => {
    const { headers, isMade } = await ask(null, '/x/y/z', { answer: () => new Response('', { status: 404 }) })
    expect([isMade, headers.get('cache-control')]).toEqual([true, 'no-store'])
  })
})

describe('what is for organisers', () => {
  test.each([undefined, 'x', 'a'.repeat(43)])('is not made for somebody with %j', async (token) => {
    const { response, isMade, fetched, text, headers } = await ask(
      '/organisieren',
      '/en/organisieren?seite=2',
      token ? { token } : {},
    )
    const signIn = '/en/anmelden?weiter=%2Fen%2Forganisieren%3Fseite%3D2'
    expect([response.status, isMade, fetched, text]).toEqual([403, false, [signIn], 'how to get in'])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toBe(securityHeaders['content-security-policy'])
  })

  test.each(['POST', 'PUT'])('what was sent by %s is not sent again after signing in', async (method) => {
    const { response, fetched } = await ask('/organisieren', '/organisieren', { method })
    expect([response.status, fetched]).toEqual([403, ['/anmelden']])
  })

  test('is made for an organiser, in their name, and never kept', async () => {
    const { response, isMade, locals, headers } = await ask('/organisieren', '/organisieren', { token: await signIn() })
    expect([response.status, isMade, locals.ctx.actor.kind]).toEqual([200, true, 'account'])
    expect([headers.get('x-fachtag-cache'), headers.get('cache-control')]).toEqual([null, 'no-store'])
  })

  test('comes with the edition of its address', async () => {
    const edition = await addEdition(db, 'vierzig')
    const route = '/organisieren/[series]/[edition]/rollen'
    const params = { series: 'reihe-vierzig', edition: 'vierzig' }
    const { locals, isMade } = await ask(route, '/x', { token: await signIn(), params })
    expect([isMade, locals.scope]).toEqual([true, { seriesId: edition.seriesId, editionId: edition.id }])
    const { response, fetched } = await ask(route, '/x', {
      token: await signIn(),
      params: { ...params, edition: '41' },
    })
    expect([response.status, fetched]).toEqual([404, ['/nicht-gefunden']])
  })

  test.each(['/toString', '/constructor', '__proto__', 'constructor'])(
    'a route called %s is not public by accident',
    async (id) => {
      expect((await ask(id, '/x')).response.status).toBe(403)
      expect((await ask(id, '/x', { token: await signIn() })).response.status).toBe(403)
    },
  )

  test('an organiser on a kept page is the public, so that nothing of theirs is kept for others', async () => {
    const { locals, headers } = await ask('/themen', '/themen', { token: await signIn() })
    expect([locals.ctx.actor.kind, headers.get('x-fachtag-cache')]).toEqual(['public', 'public'])
  })

  test('on a public page that is not kept they are themselves', async () => {
    const { locals, headers } = await ask('/kein-zutritt', '/kein-zutritt', { token: await signIn() })
    expect([locals.ctx.actor.kind, headers.get('cache-control')]).toEqual(['account', 'no-store'])
  })
})
