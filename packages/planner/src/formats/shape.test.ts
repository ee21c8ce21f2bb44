import { expect, test } from 'vitest'
import { byName, flag, list, number, optional, orNull, record, type Shape, text } from './shape.ts'

type Book = { title: string; year?: number; tags: string[]; isLent: boolean | null; prices: Record<string, number> }
const fields = {
  title: text,
  year: optional(number),
  tags: list(text),
  isLent: orNull(flag),
  prices: byName(number),
}
const strict: Shape = record<Book>(fields, 'refused')
const good = { title: 'Emma', tags: ['novel'], isLent: null, prices: { de: 3 } }

test.each([good, { ...good, year: 1815, isLent: true, tags: [], prices: {} }])('what fits passes: %j', (value) => {
  expect(() => strict(value, '')).not.toThrow()
})

test.each<[unknown, string]>([
  [{ ...good, title: undefined }, 'field-missing: field title'],
  [{ ...good, title: 3 }, 'field-no-text: field title, found 3'],
  [{ ...good, title: null }, 'field-no-text: field title, found null'],
  [{ ...good, year: '1815' }, 'field-no-number: field year, found "1815"'],
  [{ ...good, year: null }, 'field-no-number: field year, found null'],
  [{ ...good, year: Number.POSITIVE_INFINITY }, 'field-no-number: field year'],
  [{ ...good, tags: 'novel' }, 'field-no-list: field tags, found "novel"'],
  [{ ...good, tags: ['novel', {}] }, 'field-no-text: field tags[1], found {}'],
  [{ ...good, isLent: 0 }, 'field-no-flag: field isLent, found 0'],
  [{ ...good, prices: [] }, 'field-no-object: field prices, found []'],
  [{ ...good, prices: { de: 3, en: '4' } }, 'field-no-number: field prices.en, found "4"'],
  [{ ...good, tytle: 'Emma' }, 'field-unknown: field tytle'],
  [JSON.parse(JSON.stringify(good).replace('{', '{"__proto__": 3, ')), 'field-unknown: field __proto__'],
  ['x'.repeat(99), `field-no-object: field , found "${'x'.repeat(59)}`],
])('what does not is named: %j', (value, message) => {
  expect(() => strict(value, '')).toThrow(message)
})

test('other fields may be let be, and a record may stand in a list', () => {
  expect(() => list(record<Book>(fields, 'let be'))([{ ...good, more: 1 }], 'books')).not.toThrow()
  expect(() => list(strict)([good, { ...good, more: 1 }], 'books')).toThrow('field-unknown: field books[1].more')
})
