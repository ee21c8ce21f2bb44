import fc from 'fast-check'
import LinkifyIt from 'linkify-it'
import { describe, expect, test } from 'vitest'
import { joint, literalLine, literalQuote, withoutLinks } from './rules.ts'

const shown = (text: string) => text.replaceAll(joint, '·')

describe('one line', () => {
  test.each([
    ['Ida Öhm', 'Ida Öhm'],
    ['  Ida\r\nÖhm\t', 'Ida Öhm'],
    ['Dr. Ida', 'Dr. Ida'],
    ['www.evil.example', 'www.·evil.·example'],
    ['https://evil.example', 'https:·/·/·evil.·example'],
    ['a@b.example', 'a@·b.·example'],
    ['12:30', '12:·30'],
    ['Ende.', 'Ende.'],
    ['=?utf-8?q?x?=', '=·?utf-8?q?x?='],
    ['e\u202ev\u200bi\u00adl', 'evil'],
    ['a\u0000b\u2028c\u2029d\u0085e', 'a b c d e'],
    ['{link}', '{link}'],
    ['', ''],
  ])('%j → %j', (text, line) => expect(shown(literalLine(text))).toBe(line))

  test('is cut between signs, not within one', () => {
    expect(literalLine('😀'.repeat(10), 4)).toBe('😀😀😀…')
    expect(literalLine('abcd', 4)).toBe('abcd')
  })

  test('of a million signs takes no time', () => {
    const started = performance.now()
    for (const text of ['.'.repeat(1e6), '\u200b'.repeat(1e6), '\r\n'.repeat(1e6), '{'.repeat(1e6)]) literalLine(text)
    expect(performance.now() - started).toBeLessThan(500)
  })
})

test.each([
  ['eins\r\nzwei\rdrei\u2028vier', '> eins\n> zwei\n> drei\n> vier'],
  ['eins\n\nzwei', '> eins\n>\n> zwei'],
  ['\u0007www.evil.example', '> www.·evil.·example'],
])('several lines %j are a quotation', (text, quote) => expect(shown(literalQuote(text))).toBe(quote))

test('nothing is left that a search for addresses finds, in any text', () => {
  const linkify = new LinkifyIt()
  const address = fc.constantFrom(
    'http', 'https', 'ftp', 'mailto', ':', '//', '/', '.', '@', 'www', 'evil', 'com', 'de', '。', ' ', '\n', '\\', '?', '#', '[', ')', 'ä', '1',
  ) // biome-ignore format: a list of signs
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(address, { maxLength: 14 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (given) => linkify.match(withoutLinks(given)) === null),
    { numRuns: 2_000 },
  )
  expect(linkify.match('evil.com')).not.toBeNull()
})
