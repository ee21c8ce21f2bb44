import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Piece, wordDiff } from './word-diff.ts'

const signs = { same: '=', gone: '-', new: '+' } as const
const told = (pieces: readonly Piece[]) => pieces.map(({ kind, text }) => `${signs[kind]}${text}`)

test.each([
  ['Der Saal ist groß', 'Der Saal ist klein', ['=Der Saal ist ', '-groß', '+klein']],
  ['eins zwei drei', 'eins drei', ['=eins ', '-zwei ', '=drei']],
  ['eins drei', 'eins zwei drei', ['=eins ', '+zwei ', '=drei']],
  ['', 'neu', ['+neu']],
  ['alt', '', ['-alt']],
  ['gleich', 'gleich', ['=gleich']],
  ['', '', []],
  ['a b c d', 'b x d', ['-a ', '=b ', '-c ', '+x ', '=d']],
  ['im Erdgeschoss, gleich', 'im ersten Stock, gleich', ['=im ', '-Erdgeschoss, ', '+ersten Stock, ', '=gleich']],
])('%j → %j', (before, after, pieces) => expect(told(wordDiff(before, after))).toEqual(pieces))

test('whatever the texts, both can be read from it', () => {
  const words = fc
    .array(fc.constantFrom('ein', 'Saal', ' ', '\n', 'ä', 'x'), { maxLength: 30 })
    .map((all) => all.join(''))
  const only = (pieces: readonly Piece[], kind: 'gone' | 'new') =>
    pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind).map((piece) => piece.text)
  fc.assert(
    fc.property(words, words, (before, after) => {
      const pieces = wordDiff(before, after)
      expect([only(pieces, 'gone').join(''), only(pieces, 'new').join('')]).toEqual([before, after])
      expect(pieces.some((piece, n) => piece.kind === pieces[n + 1]?.kind)).toBe(false)
    }),
  )
})

test('a very long text that is wholly other is told at once', () => {
  const [before, after] = ['alt ', 'neu '].map((word) => word.repeat(5_000))
  const start = performance.now()
  expect(wordDiff(before!, after!).length).toBeLessThan(4)
  expect(performance.now() - start).toBeLessThan(1_000)
})
