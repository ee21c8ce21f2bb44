import { expect, test } from 'vitest'
import { fill } from './fill.ts'

test.each([
  ['{a} and {b}', { a: 'one', b: 2 }, 'en', 'one and 2'],
  ['{a} twice: {a}', { a: true }, 'en', 'true twice: true'],
  ['{share} %', { share: 97.5 }, 'en', '97.5 %'],
  ['{share} %', { share: 97.5 }, 'de', '97,5 %'],
  ['{cost}', { cost: 1_234_567.891 }, 'de', '1234567,89'],
  ['{cost}', { cost: -1_234_567 }, 'de', '-1234567'],
  ['{text}', { text: '0.5 {share}' }, 'de', '0.5 {share}'],
  ['nothing{missing}', {}, 'en', 'nothing'],
])('%s with %j in %s is “%s”', (sentence, params, locale, filled) => {
  expect(fill(sentence, params, locale)).toBe(filled)
})
