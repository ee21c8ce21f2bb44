import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldOf, parseFile } from './rules.ts'

const schema = z.strictObject({
  name: z.string(),
  list: z.array(z.strictObject({ slug: z.string(), tags: z.array(z.string()).default([]) })).default([]),
})
const read = (text: string) => parseFile('a.yaml', text, schema)

test.each([
  [[], ''],
  [['name'], 'name'],
  [['list', 0], 'list[0]'],
  [['list', 3, 'people', 0, 'role'], 'list[3].people[0].role'],
  [[2, 'slug'], '[2].slug'],
])('%j is pointed at as %j', (path, field) => expect(fieldOf(path)).toBe(field))

describe('what fits', () => {
  test('is the value, with every line known', () => {
    const { value, problems, lineOf } = read('# Kopf\nname: Ä\nlist:\n  - slug: a\n  - slug: b\n    tags: [x]\n')
    expect({ value, problems }).toEqual({
      value: {
        name: 'Ä',
        list: [
          { slug: 'a', tags: [] },
          { slug: 'b', tags: ['x'] },
        ],
      },
      problems: [],
    })
    expect(lineOf(['name'])).toBe(2)
    expect(lineOf(['list', 1, 'tags', 0])).toBe(6)
    expect(lineOf(['list', 1, 'is not there'])).toBe(5)
    expect(lineOf([])).toBe(2)
  })

  test.each([
    ['an alias', 'name: &n Tag\nlist: [{ slug: *n }]', { name: 'Tag', list: [{ slug: 'Tag', tags: [] }] }],
    ['a folded text', 'name: >\n  ein\n  Wort\n', { name: 'ein Wort\n', list: [] }],
    ['a day, which stays a text', 'name: 2024-11-27', { name: '2024-11-27', list: [] }],
    ['the answer no, which stays a text', 'name: no', { name: 'no', list: [] }],
  ])('may be %s', (_, text, expected) => expect(read(text).value).toEqual(expected))

  test('may be nothing at all where that is enough', () => {
    expect(parseFile('a.yaml', '', z.array(z.string()).default([])).value).toEqual([])
    expect(parseFile('a.yaml', '# nur ein Kommentar\n', z.array(z.string()).default([])).value).toEqual([])
  })
})

const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]']
for (const [n, name] of ['b', 'c', 'd', 'e', 'f'].entries()) {
  const before = 'abcdef'[n]
  laughs.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`)
}

describe('what does not fit is told with line and field', () => {
  test.each<[string, string, { line: number; field: string; message: RegExp }]>([
    ['nothing', '', { line: 1, field: '', message: /expected/i }],
    ['a list instead', '- a', { line: 1, field: '', message: /expected/i }],
    ['a number', '\nname: 7', { line: 2, field: 'name', message: /string/ }],
    ['a field too many', 'name: a\nnmae: b', { line: 2, field: 'nmae', message: /no field "nmae"/ }],
    ['a field within', 'name: a\nlist:\n  - slug: x\n    tag: y', { line: 4, field: 'list[0].tag', message: /"tag"/ }],
    [
      'a missing field',
      'name: a\nlist:\n  - slug: x\n  - tags: []',
      { line: 4, field: 'list[1].slug', message: /string/ },
    ],
    ['the same key twice', 'name: a\nname: b', { line: 2, field: '', message: /unique/ }],
    ['no YAML', 'name: a\nlist: [', { line: 2, field: '', message: /.+/ }],
    ['tabs', 'name: a\nlist:\n\t- slug: x', { line: 3, field: '', message: /tab/i }],
    ['two documents', 'name: a\n---\nname: b', { line: 2, field: '', message: /multiple documents/i }],
    ['an alias to nothing', 'name: *wer', { line: 1, field: '', message: /alias/i }],
    ['what unfolds without end', laughs.join('\n'), { line: 1, field: '', message: /alias/i }],
  ])('%s', (_, text, { line, field, message }) => {
    const { value, problems } = read(text)
    expect(value).toBeNull()
    expect(problems[0]).toMatchObject({ file: 'a.yaml', line, field })
    expect(problems[0]!.message).toMatch(message)
  })

  test('all of it at once', () => {
    expect(read('name: 1\nlist:\n  - slug: 2\n    x: 3\n').problems.map((one) => one.field)).toEqual([
      'name',
      'list[0].slug',
      'list[0].x',
    ])
  })
})
