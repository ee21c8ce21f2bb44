import { describe, expect, test } from 'vitest'
import { booleanOf, countOf, listOf, objectOf, parseJson, textOf } from './value.ts'

describe('parseJson', () => {
  test('reads JSON', () => expect(parseJson('{"a":[1]}')).toEqual({ kind: 'read', value: { a: [1] } }))

  test.each([
    ['nothing', '', 1],
    ['a cut', '{"a":\n[1,\n', 2],
    ['a wrong sign', '{\n"a": x}', 2],
    ['too much', '{}\n}', 2],
    ['a control character', '["\n"]', 1],
  ])('refuses %s with its line', (_, text, line) => {
    const result = parseJson(text)
    expect(result).toMatchObject({ kind: 'refused', line, message: expect.stringMatching(/^Not JSON: \S/) })
  })

  test('counts nesting outside of texts only', () => {
    const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
    expect(parseJson(deep(64))).toMatchObject({ kind: 'read' })
    expect(parseJson(`[\n${deep(64)}]`)).toMatchObject({ kind: 'refused', line: 2, message: 'Nested deeper than 64' })
    expect(parseJson(JSON.stringify(['['.repeat(100), '\\"[{'.repeat(100)]))).toMatchObject({ kind: 'read' })
  })

  test('is not stopped by a million brackets', () => {
    expect(parseJson('['.repeat(1_000_000))).toMatchObject({ kind: 'refused', line: 1 })
  })
})

describe('values of the wrong kind', () => {
  const odd = [undefined, null, true, 1, 'a', [1], { a: 1 }]

  test('are no objects, lists, counts or booleans', () => {
    expect(odd.map(objectOf)).toEqual([{}, {}, {}, {}, {}, {}, { a: 1 }])
    expect(odd.map(listOf)).toEqual([[], [], [], [], [], [1], []])
    expect([...odd, -1, 1.5, '2', Number.NaN].map(countOf)).toEqual([
      undefined,
      undefined,
      undefined,
      1,
      ...Array(7).fill(undefined),
    ])
    expect([...odd, 'true', 'false', 'ja'].map(booleanOf)).toEqual([
      undefined,
      undefined,
      true,
      undefined,
      undefined,
      undefined,
      undefined,
      true,
      false,
      undefined,
    ])
  })

  test('are text where a reader would see text', () => {
    expect(['a', '', 5, 1.5, Number.NaN, true, null, []].map(textOf)).toEqual([
      'a',
      '',
      '5',
      '1.5',
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

test('translations are read in German, else in English, else in whatever there is', () => {
  expect(textOf({ en: 'Room', de: 'Raum' })).toBe('Raum')
  expect(textOf({ fr: 'Salle', en: 'Room', de: ' ' })).toBe('Room')
  expect(textOf({ fr: 'Salle' })).toBe('Salle')
  expect(textOf({})).toBeUndefined()
})
