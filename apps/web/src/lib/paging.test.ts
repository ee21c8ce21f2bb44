import { expect, test } from 'vitest'
import { pageOf, pagesToOffer } from './paging.ts'

test.each([
  [null, 1, 0],
  ['', 1, 0],
  ['0', 1, 0],
  ['-1', 1, 0],
  ['1e3', 1, 0],
  ['999999', 1, 0],
  ['3', 3, 40],
])('page %j', (text, page, offset) => expect(pageOf(text, 20)).toEqual({ page, offset }))

test.each([
  [1, 1, [1]],
  [1, 0, []],
  [1, 3, [1, 2, 3]],
  [5, 10, [1, null, 4, 5, 6, null, 10]],
  [2, 10, [1, 2, 3, null, 10]],
])('page %d of %d offers %j', (page, pages, offered) => expect(pagesToOffer(page, pages)).toEqual(offered))
