import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCode, measureFunctions, percentile } from './check-budget.ts'

describe('percentile', () => {
  test.each([
    [[], 0.5, 0],
    [[7], 0.9, 7],
    [[1, 2, 3, 4], 0.5, 2],
    [[10, 1, 9, 2, 8, 3, 7, 4, 6, 5], 0.9, 9],
    [[3, 1, 2], 1, 3],
    [[3, 1, 2], 0, 1],
  ])('of %j at %d is %d', (values, share, expected) => expect(percentile(values, share)).toBe(expected))

  test('at least that share of the values lies at or below it, and it is one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.constantFrom(0.5, 0.9), (values, share) => {
        const found = percentile(values, share)
        expect(values).toContain(found)
        expect(values.filter((value) => value <= found).length).toBeGreaterThanOrEqual(share * values.length)
      }),
    )
  })
})

describe('measureFunctions', () => {
  test('measures declarations, methods and arrow functions with a block', () => {
    const source =
      'function a() {\n  return 1\n}\nconst b = () => {\n\n\n}\nclass C {\n  d() {\n  }\n}\nconst e = () => 1\n'
    expect(measureFunctions('x.ts', source)).toEqual([
      { name: 'a', line: 1, lines: 3 },
      { name: 'b', line: 4, lines: 4 },
      { name: 'd', line: 9, lines: 2 },
    ])
  })

  test('measures functions in functions, accessors and constructors, each for itself', () => {
    const source = 'class C {\n  constructor() {\n    run(() => {\n    })\n  }\n  get x() {\n    return 1\n  }\n}\n'
    expect(measureFunctions('x.ts', source).map(({ name, lines }) => [name, lines])).toEqual([
      ['function', 4],
      ['function', 2],
      ['x', 3],
    ])
  })

  test('a docstring is not part of the length', () => {
    expect(measureFunctions('x.ts', '/**\n * What\n * it does.\n */\nfunction a() {\n}\n')).toEqual([
      { name: 'a', line: 5, lines: 2 },
    ])
  })

  test('shapes and overloads have no length', () => {
    expect(
      measureFunctions('x.ts', 'type A = { f(): void }\nfunction b(): void\nabstract class C { abstract d(): void }\n'),
    ).toEqual([])
  })
})

test.each([
  ['blank lines and comments', "/** What\n * it is. */\nconst a = 1\n\n  // why\nconst b = 'x' // trailing\n", 2],
  ['nothing', '', 0],
  ['a comment in one line', '/* a */\nconst a = 1\n', 1],
  ['code beside a comment', 'const a = /* what */ 1\n', 1],
])('countCode passes over %s', (_, source, lines) => expect(countCode(source)).toBe(lines))
