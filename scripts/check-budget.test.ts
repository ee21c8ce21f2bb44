import { expect, test } from 'vitest'
import { countCode, measureFunctions, percentile } from './check-budget.ts'

test.each([
  [[], 0.5, 0],
  [[7], 0.9, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [[10, 1, 9, 2, 8, 3, 7, 4, 6, 5], 0.9, 9],
])('percentile(%j, %d) is %d', (values, share, expected) => expect(percentile(values, share)).toBe(expected))

test('measures declarations, methods and arrow functions with a block', () => {
  const source =
    'function a() {\n  return 1\n}\nconst b = () => {\n\n\n}\nclass C {\n  d() {\n  }\n}\nconst e = () => 1\n'
  expect(measureFunctions('x.ts', source)).toEqual([
    { name: 'a', line: 1, lines: 3 },
    { name: 'b', line: 4, lines: 4 },
    { name: 'd', line: 9, lines: 2 },
  ])
})

test('countCode passes over blank lines and comments', () => {
  expect(countCode("/** What\n * it is. */\nconst a = 1\n\n  // why\nconst b = 'x' // trailing\n")).toBe(2)
})
