import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cpuMilliseconds } from '../../test/cpu-time.ts'
import { cleanLine, cleanText } from './clean.ts'

describe('cleanLine', () => {
  test.each([
    ['  ein   Titel ', 'ein Titel'],
    ['zwei\r\nZeilen\tund mehr', 'zwei Zeilen und mehr'],
    ['a\u0000b\u0007c', 'a b c'],
    ['geschützt\u00a05', 'geschützt 5'],
    ['\ufffea\uffff', 'a'],
    ['\ud800', '\ufffd'],
  ])('makes %j one line: %j', (text, line) => expect(cleanLine(text)).toBe(line))

  test.each([undefined, null, '', ' ', '\n\t', '\u0000'])('says that %j says nothing', (text) => {
    expect(cleanLine(text)).toBeUndefined()
  })
})

describe('cleanText', () => {
  test.each([
    ['eins\r\nzwei\rdrei', 'eins\nzwei\ndrei'],
    ['eins\u2028zwei\u2029drei\u0085vier', 'eins\nzwei\ndrei\nvier'],
    ['\n\n  eins  \n\n', 'eins'],
    ['a\tb', 'a\tb'],
    ['a\u0000\u0008b', 'ab'],
    ['Zeile mit  \nUmbruch', 'Zeile mit  \nUmbruch'],
  ])('makes %j %j', (text, clean) => expect(cleanText(text)).toBe(clean))

  test.each([undefined, null, '', ' \n\t ', '\u0007'])('says that %j says nothing', (text) => {
    expect(cleanText(text)).toBeUndefined()
  })
})

test('what is clean stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [line, lines] = [cleanLine(text), cleanText(text)]
      expect(cleanLine(line)).toBe(line)
      expect(cleanText(lines)).toBe(lines)
      expect(`${line}${lines}`).not.toMatch(/[\p{Noncharacter_Code_Point}\p{Cs}]|(?![\n\t])\p{Cc}/u)
    }),
  )
})

test('long white space costs no more than its length', () => {
  const spent = cpuMilliseconds(() => {
    cleanText(`${' '.repeat(500_000)}a${'\n '.repeat(250_000)}b`)
    cleanLine(`a${' '.repeat(500_000)}b`)
  })
  expect(spent).toBeLessThan(1_000)
})
