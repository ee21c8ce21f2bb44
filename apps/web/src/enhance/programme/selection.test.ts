import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Selection } from './selection.ts'

const key = 'fachtag-merkliste:it-fachtag/2031'
let stored: Map<string, string>
let otherTab: (event: { key: string }) => void

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  })
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: typeof otherTab) => {
      otherTab = listener
    },
  })
})

const open = () => new Selection('it-fachtag/2031')

describe('a selection', () => {
  it('marks and unmarks, and is there again on the next page', () => {
    const selection = open()
    selection.toggle('e-akte')
    selection.toggle('cloud')
    selection.toggle('e-akte')
    expect([selection.slugs, selection.has('cloud'), selection.has('e-akte')]).toEqual([['cloud'], true, false])
    expect(open().slugs).toEqual(['cloud'])
    expect([...stored.keys()]).toEqual([key])
  })

  it('takes sessions over in their order, none of them twice', () => {
    const selection = open()
    selection.toggle('b')
    selection.add(['a', 'b', 'c', 'a'])
    expect(selection.slugs).toEqual(['b', 'a', 'c'])
  })

  it('of one edition knows nothing of another', () => {
    open().toggle('e-akte')
    expect(new Selection('it-fachtag/2030').slugs).toEqual([])
  })

  it.each(['', 'x', '{"a":1}', 'null', '"e-akte"', '[', '3'])(
    'reads %j, which somebody else left there, as empty',
    (text) => {
      stored.set(key, text)
      expect(open().slugs).toEqual([])
    },
  )

  it('reads what of a list can be meant', () => {
    stored.set(key, '["a",1,null,["b"],"c"]')
    expect(open().slugs).toEqual(['a', 'c'])
  })

  it('tells those who follow it at once and after every change', () => {
    const selection = open()
    const seen: string[][] = []
    selection.follow(() => seen.push([...selection.slugs]))
    selection.toggle('a')
    selection.add(['b'])
    selection.toggle('a')
    expect(seen).toEqual([[], ['a'], ['a', 'b'], ['b']])
  })

  it('keeps up with another tab, and cares for nothing else that is stored', () => {
    const selection = open()
    const seen: string[][] = []
    selection.follow(() => seen.push([...selection.slugs]))
    stored.set(key, '["a"]')
    otherTab({ key: 'fachtag-farben' })
    expect(selection.slugs).toEqual([])
    otherTab({ key })
    expect(seen).toEqual([[], ['a']])
  })
})

it('after any clicks holds what was clicked an odd number of times, and so does a new page', () => {
  const slug = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(fc.array(slug, { maxLength: 20 }), (clicks) => {
      stored.clear()
      const selection = open()
      for (const one of clicks) selection.toggle(one)
      const odd = ['a', 'b', 'c', 'd'].filter((one) => clicks.filter((click) => click === one).length % 2 === 1)
      expect([...selection.slugs].sort()).toEqual(odd)
      expect(open().slugs).toEqual(selection.slugs)
    }),
  )
})
