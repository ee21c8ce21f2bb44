import { describe, expect, test } from 'vitest'
import { type KeptPage, keepPage } from './kept-page.ts'
import { type Made, PageCache } from './page-cache.ts'

const page = (text: string): Promise<KeptPage> => keepPage(new Response(text))
const made = async (text: string): Promise<Made<string>> => ({ kind: 'page', page: await page(text) })
const textOf = (answer: Made<unknown> | KeptPage | undefined) => {
  if (!answer) return undefined
  if ('bodies' in answer) return answer.bodies.identity.toString()
  return answer.kind === 'page' ? answer.page.bodies.identity.toString() : String(answer.answer)
}
const create = (more: object = {}) => new PageCache({ maxBytes: 1_000_000, maxAgeMilliseconds: 60_000, ...more })

describe('keeping', () => {
  test('a page is made once and then found', async () => {
    const cache = create()
    expect(cache.find('/a')).toBeUndefined()
    expect(textOf(await cache.make('/a', () => made('A')))).toBe('A')
    expect(textOf(cache.find('/a'))).toBe('A')
    expect(cache.size.pages).toBe(1)
  })

  test('an answer for one asker is not kept', async () => {
    const cache = create()
    const own = async (): Promise<Made<string>> => ({ kind: 'other', answer: 'mine' })
    expect(textOf(await cache.make('/a', own))).toBe('mine')
    expect(cache.find('/a')).toBeUndefined()
  })

  test('a page grows old', async () => {
    let now = 0
    const cache = create({ now: () => now })
    await cache.make('/a', () => made('A'))
    now = 60_000
    expect(textOf(cache.find('/a'))).toBe('A')
    now = 60_001
    expect(cache.find('/a')).toBeUndefined()
    expect(cache.size).toEqual({ pages: 0, bytes: 0 })
  })

  test('the least recently asked for goes first when there is no room', async () => {
    const { bytes } = await page('A')
    const cache = create({ maxBytes: bytes * 4.5 })
    for (const url of ['/a', '/b', '/c', '/d']) await cache.make(url, () => made('A'))
    cache.find('/a')
    await cache.make('/e', () => made('A'))
    expect(['/a', '/b', '/c', '/d', '/e'].filter((url) => cache.find(url))).toEqual(['/a', '/c', '/d', '/e'])
    expect(cache.size.bytes).toBe(bytes * 4)
  })

  test('a page that would take a quarter of the room is not kept', async () => {
    const { bytes } = await page('A')
    const cache = create({ maxBytes: bytes * 3 })
    await cache.make('/a', () => made('A'))
    expect(cache.size.pages).toBe(0)
  })

  test('nothing is kept while changes are not heard', async () => {
    const cache = create()
    await cache.make('/a', () => made('A'))
    cache.suspend()
    expect(cache.find('/a')).toBeUndefined()
    await cache.make('/a', () => made('A'))
    expect(cache.find('/a')).toBeUndefined()
    cache.resume()
    await cache.make('/a', () => made('A'))
    expect(textOf(cache.find('/a'))).toBe('A')
  })
})

describe('many at once', () => {
  test('a page is made once for all who ask meanwhile', async () => {
    const cache = create()
    let count = 0
    const slow = async () => {
      count++
      await new Promise((resolve) => setTimeout(resolve, 20))
      return made('A')
    }
    const answers = await Promise.all(Array.from({ length: 50 }, () => cache.make('/a', slow)))
    expect(count).toBe(1)
    expect(new Set(answers.map(textOf))).toEqual(new Set(['A']))
  })

  test('an answer for one asker is never given to another', async () => {
    const cache = create()
    const own = (name: string) => async (): Promise<Made<string>> => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      return { kind: 'other', answer: name }
    }
    const answers = await Promise.all(['a', 'b', 'c'].map((name) => cache.make('/mine', own(name))))
    expect(answers.map(textOf)).toEqual(['a', 'b', 'c'])
  })

  test('one failure is not everybody’s', async () => {
    const cache = create()
    const failing = cache.make('/a', async () => {
      throw new Error('first')
    })
    const second = cache.make('/a', () => made('A'))
    await expect(failing).rejects.toThrow('first')
    expect(textOf(await second)).toBe('A')
  })
})

describe('a change while a page is being made', () => {
  /** A page begun before a publication and finished after it: it shows what is no longer true. */
  async function publishWhileMaking(cache: PageCache) {
    const { promise: published, resolve: publish } = Promise.withResolvers<void>()
    const stale = cache.make('/a', async () => {
      const answer = await made('old')
      await published
      return answer
    })
    cache.forget()
    publish()
    return stale
  }

  test('it goes to who asked before, and is not kept', async () => {
    const cache = create()
    expect(textOf(await publishWhileMaking(cache))).toBe('old')
    expect(cache.find('/a')).toBeUndefined()
  })

  test('who asks after the change gets the new one, though the old is still being made', async () => {
    const cache = create()
    const { promise: waiting, resolve: go } = Promise.withResolvers<void>()
    const before = cache.make('/a', async () => {
      await waiting
      return made('old')
    })
    cache.forget()
    const after = await cache.make('/a', () => made('new'))
    go()
    expect([textOf(await before), textOf(after), textOf(cache.find('/a'))]).toEqual(['old', 'new', 'new'])
  })

  test('without the generation that it was begun in, the old page would stay', async () => {
    const cache = create()
    const answer = await publishWhileMaking(cache)
    if (answer.kind !== 'page') throw new Error('a page was made')
    cache.store('/a', answer.page, cache.generation)
    expect(textOf(cache.find('/a'))).toBe('old')
  })
})

describe('improving', () => {
  /** A cache whose improvement ends when the test says so. */
  const createWaiting = () => {
    const waiting = Promise.withResolvers<KeptPage>()
    return { cache: create({ improve: () => waiting.promise }), ...waiting }
  }
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

  test('the better form takes the place of the page', async () => {
    const { cache, resolve } = createWaiting()
    await cache.make('/a', () => made('A'))
    expect(textOf(cache.find('/a'))).toBe('A')
    resolve(await page('better'))
    await settled()
    expect(textOf(cache.find('/a'))).toBe('better')
    expect(cache.size).toEqual({ pages: 1, bytes: cache.find('/a')?.bytes })
  })

  test('a page that was forgotten meanwhile stays forgotten', async () => {
    const { cache, resolve } = createWaiting()
    await cache.make('/a', () => made('old'))
    cache.forget()
    resolve(await page('old, better'))
    await settled()
    expect(cache.find('/a')).toBeUndefined()
  })

  test('a page that was made anew meanwhile is not set back', async () => {
    const { cache, resolve } = createWaiting()
    await cache.make('/a', () => made('old'))
    cache.forget()
    cache.store('/a', await page('new'), cache.generation)
    resolve(await page('old, better'))
    await settled()
    expect(textOf(cache.find('/a'))).toBe('new')
  })

  test('when it fails, the page stays as it is, and the next is improved all the same', async () => {
    const better = await page('better')
    const improve = (kept: KeptPage) =>
      textOf(kept) === 'A' ? Promise.reject(new Error('no')) : Promise.resolve(better)
    const cache = create({ improve })
    await cache.make('/a', () => made('A'))
    await cache.make('/b', () => made('B'))
    await settled()
    expect([textOf(cache.find('/a')), textOf(cache.find('/b'))]).toEqual(['A', 'better'])
  })
})
