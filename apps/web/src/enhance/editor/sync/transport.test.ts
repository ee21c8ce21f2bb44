import { afterEach, describe, expect, test, vi } from 'vitest'
import { Rejected, TurnedAway, Unreachable } from './failures.ts'
import { failureOf, openTransport, sendJudgement } from './transport.ts'

afterEach(() => vi.unstubAllGlobals())

test.each([
  [200, undefined],
  [401, TurnedAway],
  [403, TurnedAway],
  [404, Rejected],
  [409, Rejected],
  [422, Rejected],
  [302, Unreachable],
  [408, Unreachable],
  [429, Unreachable],
  [500, Unreachable],
  [503, Unreachable],
])('%d means %s', (status, kind) => {
  const failure = failureOf(status)
  if (kind) expect(failure).toBeInstanceOf(kind)
  else expect(failure).toBeUndefined()
})

/** Answers every request with this, and keeps what was asked. */
function answerWith(answer: () => Response | Promise<Response>) {
  const asked: { path: string; method: string; body: unknown; type: string | undefined }[] = []
  const fetched = async (path: string, { method, body, headers }: RequestInit) => {
    const type = (headers as Record<string, string>)['content-type']
    asked.push({ path, method: method ?? '', body: body ? JSON.parse(String(body)) : null, type })
    return answer()
  }
  vi.stubGlobal('fetch', fetched)
  return asked
}

describe('the way to the server', () => {
  test('knows its addresses', async () => {
    const asked = answerWith(() => Response.json({ kind: 'nothing' }))
    const way = openTransport('/p', null)
    await way.moves({ moves: [], seen: 3 })
    await way.step('undo')
    await way.editsSince(7)
    await way.state()
    await openTransport('/p', 'var 1').state()
    await sendJudgement('/p', { withdraw: 'x' })
    expect(asked.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/p/zuege', { moves: [], seen: 3 }],
      ['POST', '/p/schritt', { step: 'undo' }],
      ['GET', '/p/aenderungen?nach=7', null],
      ['GET', '/p/stand', null],
      ['GET', '/p/stand?variante=var%201', null],
      ['POST', '/p/hinweis', { withdraw: 'x' }],
    ])
    expect(asked.filter(({ body }) => body !== null).every(({ type }) => type === 'application/json')).toBe(true)
  })

  test.each([
    ['nobody answers', () => Promise.reject(new TypeError('failed')), Unreachable],
    ['half an answer comes', () => new Response('{"kind":'), Unreachable],
    ['the right is gone', () => new Response('', { status: 403 }), TurnedAway],
    ['the variant is gone', () => new Response('', { status: 404 }), Rejected],
  ])('says so where %s', async (_, answer, kind) => {
    answerWith(answer)
    await expect(openTransport('/p', null).state()).rejects.toBeInstanceOf(kind)
  })
})
