import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linesOfPaths } from './lines.ts'

const text = `{
  "a": 1,
  "b": { "c": [
      10,
      { "d": "x, } ]",
        "e f": null }
    ],
    "g": {}
  },
  "h": []
}`

describe('linesOfPaths', () => {
  test.each([
    ['', 1],
    ['a', 2],
    ['b', 3],
    ['b.c', 3],
    ['b.c[0]', 4],
    ['b.c[1]', 5],
    ['b.c[1].d', 5],
    ['b.c[1]["e f"]', 6],
    ['b.c[1][e f]', 6],
    ['b.g', 8],
    ['h', 10],
  ])('%s begins in line %i', (path, line) => expect(linesOfPaths(text, [path])).toEqual([line]))

  test.each([
    ['b.c[7].d', 3],
    ['b.g.missing.deeper', 8],
    ['missing', 1],
    ['a.b', 2],
  ])('%s is not there, what is around it begins in line %i', (path, line) => {
    expect(linesOfPaths(text, [path])).toEqual([line])
  })

  test('finds many at once, in the order they are asked for', () => {
    expect(linesOfPaths(text, ['h', 'b.c[1].d', 'a', 'h'])).toEqual([10, 5, 2, 10])
  })

  test('finds every value of any document', () => {
    const key = fc.string({ minLength: 1, maxLength: 4 })
    const document = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    })).value
    fc.assert(
      fc.property(document, (value) => {
        const lines: number[] = []
        const paths: string[] = []
        let line = 1
        /** Writes each value on a line of its own and notes where. */
        const write = (part: unknown, path: string): string => {
          line++
          lines.push(line)
          paths.push(path)
          if (Array.isArray(part)) return `\n[${part.map((item, index) => write(item, `${path}[${index}]`)).join(',')}]`
          if (typeof part !== 'object' || part === null) return `\n${JSON.stringify(part)}`
          const members = Object.entries(part).map(
            ([name, inner]) => `${JSON.stringify(name)}:${write(inner, `${path}[${JSON.stringify(name)}]`)}`,
          )
          return `\n{${members.join(',')}}`
        }
        const written = write(value, '')
        expect(linesOfPaths(written, paths)).toEqual(lines)
      }),
    )
  })
})
