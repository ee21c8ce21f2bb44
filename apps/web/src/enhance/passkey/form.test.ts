import { afterEach, describe, expect, test, vi } from 'vitest'
import { inBrowser, make, type PageElement } from '../../../test/page.ts'
import { enhancePasskeyForm, offersPasskeys } from './form.ts'

const browser = { PublicKeyCredential: { parseRequestOptionsFromJSON: () => ({}) } }

test.each([
  ['fachtag.example', browser, true],
  ['localhost', browser, true],
  ['127.0.0.1', browser, false],
  ['192.0.2.1', browser, false],
  ['[::1]', browser, false],
  ['fachtag.example', {}, false],
  ['fachtag.example', { PublicKeyCredential: {} }, false],
])('at %s with %j passkeys are offered: %s', (hostname, known, offers) => {
  expect(offersPasskeys(hostname, known)).toBe(offers)
})

afterEach(() => vi.unstubAllGlobals())

describe('a form that asks for a passkey', () => {
  const respond = vi.fn(async () => Response.json({ challenge: 'abc' }))
  const parsed = (json: unknown) => ({ parsed: json })

  /** A form of this kind, with what it was sent with in the end. */
  function form(kind: 'get' | 'create') {
    const response = make('input', { name: 'response' })
    const failed = make('p', { hidden: '', 'data-passkey-failed': '' })
    const element = make(
      'form',
      { hidden: '', 'data-passkey': kind, 'data-options': '/anmelden/passkey' },
      response,
      failed,
    )
    const submit = vi.fn()
    Object.assign(element, { submit })
    vi.stubGlobal('fetch', respond)
    vi.stubGlobal('PublicKeyCredential', {
      parseRequestOptionsFromJSON: parsed,
      parseCreationOptionsFromJSON: parsed,
    })
    return { element, response, failed, submit }
  }
  const enhance = (element: PageElement, credentials: object) =>
    enhancePasskeyForm(inBrowser<HTMLFormElement>(element), credentials as CredentialsContainer)
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5))

  test.each(['get', 'create'] as const)('to %s sends what the browser answers', async (kind) => {
    const { element, response, failed, submit } = form(kind)
    const ask = vi.fn(async () => ({ id: 'x' }))
    enhance(element, { [kind]: ask })
    expect(element.hidden).toBe(false)
    expect(element.fire('submit').defaultPrevented).toBe(true)
    await settle()
    expect(respond).toHaveBeenLastCalledWith('/anmelden/passkey', expect.objectContaining({ method: 'POST' }))
    expect(ask).toHaveBeenCalledWith({ publicKey: { parsed: { challenge: 'abc' } } })
    expect([response.value, submit.mock.calls.length, failed.hidden]).toEqual(['{"id":"x"}', 1, true])
  })

  test('says so when its owner calls it off, and can be sent again', async () => {
    const { element, failed, submit } = form('get')
    const ask = vi.fn().mockRejectedValueOnce(new Error('called off')).mockResolvedValueOnce({ id: 'x' })
    enhance(element, { get: ask })
    element.fire('submit')
    await settle()
    expect([submit.mock.calls.length, failed.hidden]).toEqual([0, false])
    element.fire('submit')
    await settle()
    expect([submit.mock.calls.length, failed.hidden]).toEqual([1, true])
  })

  test('says so when the site does not answer', async () => {
    const { element, failed, submit } = form('get')
    vi.stubGlobal('fetch', async () => new Response('', { status: 403 }))
    enhance(element, { get: vi.fn() })
    element.fire('submit')
    await settle()
    expect([submit.mock.calls.length, failed.hidden]).toEqual([0, false])
  })
})
