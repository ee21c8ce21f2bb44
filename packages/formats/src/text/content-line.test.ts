import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentLine, escapeText, joinLines, parameterValue } from './content-line.ts'

const octets = (text: string) => new TextEncoder().encode(text).length

describe('contentLine', () => {
  test('leaves a line of 75 octets whole and folds one of 76', () => {
    const [whole, folded] = [contentLine('SUMMARY', 'x'.repeat(67)), contentLine('SUMMARY', 'x'.repeat(68))]
    expect([octets(whole), whole.includes('\r\n')]).toEqual([75, false])
    expect(folded.split('\r\n').map(octets)).toEqual([75, 2])
  })

  test('counts octets, not characters, and tears none apart', () => {
    const folded = contentLine('SUMMARY', 'ä€😀'.repeat(40))
    for (const line of folded.split('\r\n')) {
      expect(octets(line)).toBeLessThanOrEqual(75)
      expect(line).toBe(line.toWellFormed())
    }
    expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${'ä€😀'.repeat(40)}`)
  })

  test('can always be unfolded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const value = text.replaceAll(/[\r\n]/g, '')
        const folded = contentLine('X', value)
        expect(folded.replaceAll('\r\n ', '')).toBe(`X:${value}`)
        expect(Math.max(...folded.split('\r\n').map(octets))).toBeLessThanOrEqual(75)
      }),
    )
  })
})

describe('escapeText', () => {
  test.each([
    ['a, b; c', 'a\\, b\\; c'],
    ['C:\\Ordner', 'C:\\\\Ordner'],
    ['eins\r\nzwei\rdrei\u2028vier', 'eins\\nzwei\\ndrei\\nvier'],
    ['a\u0000b', 'ab'],
    ['"so": ja', '"so": ja'],
    ['', ''],
  ])('makes %j %j', (text, escaped) => expect(escapeText(text)).toBe(escaped))
})

test('parameters are quoted where they must be, and never break out', () => {
  expect(parameterValue('Europe/Berlin')).toBe('Europe/Berlin')
  expect(parameterValue('a:b;c,d')).toBe('"a:b;c,d"')
  expect(parameterValue('a";X=1:\r\nEVIL')).toBe('"a ;X=1: EVIL"')
})

test('lines end as both formats demand', () => {
  expect(joinLines(['A', 'B'])).toBe('A\r\nB\r\n')
})
