import { describe, expect, test } from 'vitest'
import { judgePage } from './check-pages.ts'

const lines = (count: number) => Array.from({ length: count }, (_, n) => `const a${n} = ${n}`).join('\n')

describe('a thin page', () => {
  test.each([
    [
      'calls one query',
      "import { error } from '@sveltejs/kit'\n\nexport const load = async ({ locals }) => {\n  return find(locals.ctx.db)\n}\n",
    ],
    ['has thirty lines', lines(30)],
    ['may explain itself', `/**\n * ${'why\n * '.repeat(40)}*/\n// and\n${lines(30)}`],
    [
      'may import much',
      `${Array.from({ length: 40 }, (_, n) => `import { a${n} } from './a${n}.ts'`).join('\n')}\n${lines(30)}`,
    ],
    ['may speak of SQL', "// selectFrom('persons') is for queries\nexport const load = find\n"],
  ])('%s', (_, source) => expect(judgePage(source)).toEqual([]))
})

describe('what belongs into the core', () => {
  test.each([
    ['a query', "export const load = () => db.selectFrom('persons')"],
    ['an insert', "export const load = () => tx.insertInto('persons')"],
    ['an update', "export const load = () => tx.updateTable('persons')"],
    ['a deletion', "export const load = () => tx.deleteFrom('persons')"],
    ['SQL as text', 'export const load = () => sql`select 1`.execute(db)'],
    ['the query builder', "import { sql } from 'kysely'"],
  ])('%s', (_, source) => {
    expect(judgePage(source)).toEqual(['speaks to the database itself: call a query or a command'])
  })

  test('a long page', () => {
    expect(judgePage(lines(31))).toEqual(['has 31 lines of server code, 30 are the limit'])
  })

  test('both', () => expect(judgePage(`${lines(30)}\ndb.selectFrom('x')`)).toHaveLength(2))
})
