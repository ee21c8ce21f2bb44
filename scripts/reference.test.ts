import { describe, expect, test } from 'vitest'
import { markdownTable } from './markdown-table.ts'
import { codesIn } from './reference-errors.ts'
import { methodsOf, pathOf } from './reference-routes.ts'
import { tablesIn } from './reference-tables.ts'

test('a table keeps pipes and line breaks inside their cell', () => {
  expect(markdownTable(['a', 'b'], [['x|y', 'one\n  two']])).toBe('| a | b |\n|---|---|\n| x\\|y | one two |')
})

test.each([
  ['apps/web/src/routes/+page.svelte', '/'],
  ['apps/web/src/routes/(public)/[series]/[edition]/+page.server.ts', '/[series]/[edition]'],
  ['apps/web/src/routes/sitemap.xml/+server.ts', '/sitemap.xml'],
])('%s stands for %s', (file, path) => expect(pathOf(file)).toBe(path))

describe('methodsOf', () => {
  test('a page answers GET', () => expect(methodsOf('a/+page.svelte', '')).toEqual(['GET']))
  test('actions answer POST', () => {
    expect(methodsOf('a/+page.server.ts', 'export const load = 1\nexport const actions = {}')).toEqual(['POST'])
  })
  test('an endpoint answers what it exports', () => {
    const source = 'export const GET = f\nexport async function POST() {}\nexport const prerender = false'
    expect(methodsOf('a/+server.ts', source)).toEqual(['GET', 'POST'])
  })
})

test('codesIn finds codes over line breaks', () => {
  expect(codesIn("throw new DomainError('a.b')\nnew DomainError(\n  'c.d_e', {})")).toEqual(['a.b', 'c.d_e'])
})

test('tablesIn takes the statement and nothing behind it', () => {
  const migration =
    'await sql`create table a (\n    id text,\n    n integer\n  )`.execute(db)\nsql`create index b on a (id)`'
  expect(tablesIn(migration)).toEqual([{ name: 'a', sql: 'create table a (\n  id text,\n  n integer\n)' }])
})
