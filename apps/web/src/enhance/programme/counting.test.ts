import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inBrowser, make, type PageElement } from '../../../test/page.ts'
import { addCounting } from './counting.ts'
import type { Selection } from './selection.ts'

type Sent = { readonly address: string; readonly token: string; readonly slugs: readonly string[] }

const answerKey = 'fachtag-merkliste-zaehlen'
let stored: Map<string, string>
let sent: Sent[]
let isReachable: boolean

beforeEach(() => {
  vi.useFakeTimers()
  stored = new Map()
  sent = []
  isReachable = true
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
    removeItem: (name: string) => stored.delete(name),
    key: (index: number) => [...stored.keys()][index] ?? null,
    get length() {
      return stored.size
    },
  })
  vi.stubGlobal('fetch', async (address: string, { body }: { body: string }) => {
    if (!isReachable) throw new TypeError('no network')
    sent.push({ address, ...JSON.parse(body) })
    return { ok: true }
  })
})

function selectionOf(...marked: string[]) {
  const listeners: (() => void)[] = []
  const slugs = [...marked]
  return {
    slugs,
    mark(slug: string) {
      slugs.push(slug)
      for (const listener of listeners) listener()
    },
    follow(listener: () => void) {
      listeners.push(listener)
      listener()
    },
  }
}

function pageOf(
  selection: ReturnType<typeof selectionOf>,
  isSettings = false,
  address = '/reihe/2031/merkliste/zaehlen',
) {
  const button = (when: string, answer: string) => make('button', { 'data-when': when, 'data-answer': answer })
  const [question, yes, no, stop] = [
    make('p', { 'data-when': 'open' }),
    button('open no', 'yes'),
    button('open', 'no'),
    button('yes', 'no'),
  ]
  const section = make('section', { 'data-counting': address, hidden: '' }, question, yes, no, stop)
  addCounting(inBrowser(section), selection as unknown as Selection, isSettings)
  return { section, question, yes, no, stop }
}

const press = (button: PageElement) => button.click()
const quiet = () => vi.advanceTimersByTimeAsync(2_000)
const tokenOf = () => JSON.parse(stored.get(answerKey) ?? '{}').token

describe('who has not answered', () => {
  it('is asked when something is marked, and not before', () => {
    const selection = selectionOf()
    const { section, question } = pageOf(selection)
    expect(section.hidden).toBe(true)
    selection.mark('a')
    expect([section.hidden, question.hidden]).toEqual([false, false])
  })

  it('is not counted', async () => {
    pageOf(selectionOf('a'))
    await quiet()
    expect(sent).toEqual([])
  })
})

describe('a yes', () => {
  it('counts what is marked, once for several changes, under a number of chance', async () => {
    const selection = selectionOf('a')
    const { section, yes } = pageOf(selection)
    press(yes)
    selection.mark('b')
    selection.mark('c')
    await quiet()
    expect(sent).toEqual([{ address: '/reihe/2031/merkliste/zaehlen', token: tokenOf(), slugs: ['a', 'b', 'c'] }])
    expect(tokenOf()).toMatch(/^[\w-]{43}$/)
    expect(section.hidden).toBe(true)
  })

  it('sends nothing again from the next page, and from the page in another language', async () => {
    press(pageOf(selectionOf('a')).yes)
    await quiet()
    pageOf(selectionOf('a'))
    pageOf(selectionOf('a'), false, '/en/reihe/2031/merkliste/zaehlen')
    await quiet()
    expect(sent).toHaveLength(1)
  })

  it('that did not arrive is sent from the next page', async () => {
    isReachable = false
    press(pageOf(selectionOf('a')).yes)
    await quiet()
    isReachable = true
    pageOf(selectionOf('a'))
    await quiet()
    expect(sent.map(({ slugs }) => slugs)).toEqual([['a']])
  })
})

describe('a no', () => {
  it('is not asked about again', () => {
    press(pageOf(selectionOf('a')).no)
    expect(pageOf(selectionOf('a')).section.hidden).toBe(true)
  })

  it('after a yes has forgotten what was counted at every edition, and the number with it', async () => {
    press(pageOf(selectionOf('a')).yes)
    await quiet()
    pageOf(selectionOf('x'), false, '/reihe/2030/merkliste/zaehlen')
    await quiet()
    const token = tokenOf()
    sent = []
    press(pageOf(selectionOf('a'), true).stop)
    await quiet()
    expect(sent).toEqual([
      { address: '/reihe/2031/merkliste/zaehlen', token, slugs: [] },
      { address: '/reihe/2030/merkliste/zaehlen', token, slugs: [] },
    ])
    expect([...stored]).toEqual([[answerKey, '{"answer":"no"}']])
  })

  it('can be taken back where the selection is shown', async () => {
    press(pageOf(selectionOf('a')).no)
    const { section, yes } = pageOf(selectionOf('a'), true)
    expect([section.hidden, yes.hidden]).toEqual([false, false])
    press(yes)
    await quiet()
    expect(sent).toHaveLength(1)
  })
})

it.each(['', '{', 'null', '"yes"', '{"answer":"yes"}', '{"answer":"yes","token":7}', '[]'])(
  'reads %j, which somebody else left there, as no answer',
  (text) => {
    stored.set(answerKey, text)
    expect(pageOf(selectionOf('a')).section.hidden).toBe(false)
  },
)
