import { expect, test } from 'vitest'
import { judgePage } from './check-pages.ts'

test('a page that calls one query is thin', () => {
  const source =
    "import { error } from '@sveltejs/kit'\n\nexport const load = async ({ locals }) => {\n  return find(locals.ctx.db)\n}\n"
  expect(judgePage(source)).toEqual([])
})

test('a page with SQL or a long body is not', () => {
  expect(judgePage("export const load = () => db.selectFrom('persons')")).toHaveLength(1)
  expect(judgePage(Array.from({ length: 31 }, (_, n) => `const a${n} = ${n}`).join('\n'))).toHaveLength(1)
})
