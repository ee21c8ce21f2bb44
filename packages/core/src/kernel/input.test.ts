import { describe, expect, test } from 'vitest'
import { countryCode, day, landKey, line, localizedText, regionalKey, slug, someText, webAddress } from './input.ts'

const shapes = { countryCode, day, landKey, localizedText, regionalKey, slug, someText, webAddress, line: line(5) }

describe('accepts', () => {
  test.each<[keyof typeof shapes, unknown]>([
    ['slug', 'it-fachtag-2024'],
    ['day', '2024-02-29'],
    ['webAddress', 'https://www.lecos.de/a?b#c'],
    ['landKey', '16'],
    ['regionalKey', '147305311310'],
    ['countryCode', 'AT'],
    ['localizedText', {}],
    ['someText', { en: 'x' }],
    ['line', ' abc '],
  ])('%s %j', (shape, value) => expect(shapes[shape].safeParse(value).success).toBe(true))
})

describe('refuses', () => {
  test.each<[keyof typeof shapes, unknown]>([
    ['slug', 'IT-Fachtag'],
    ['slug', 'a--b'],
    ['slug', '-a'],
    ['slug', ''],
    ['day', '2023-02-29'],
    ['day', '2024-2-1'],
    ['webAddress', 'javascript:alert(1)'],
    ['webAddress', 'ftp://example.org'],
    ['landKey', '17'],
    ['landKey', '1'],
    ['regionalKey', '147305'],
    ['countryCode', 'de'],
    ['localizedText', { fr: 'x' }],
    ['localizedText', { de: 1 }],
    ['someText', { de: '' }],
    ['line', '   '],
    ['line', 'abcdef'],
  ])('%s %j', (shape, value) => expect(shapes[shape].safeParse(value).success).toBe(false))
})

test('a line loses the blanks around it', () => expect(line(5).parse('  ab ')).toBe('ab'))
