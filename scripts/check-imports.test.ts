import { describe, expect, test } from 'vitest'
import { importsOf, judgeImport, resolveImport } from './check-imports.ts'

const core = 'packages/core/src'

describe('judgeImport', () => {
  test.each([
    [`${core}/modules/programme/commands.ts`, `${core}/modules/editions/queries.ts`],
    [`${core}/modules/programme/release/commands.ts`, `${core}/modules/programme/rules.ts`],
    [`${core}/platform/queue/queue.ts`, `${core}/kernel/errors.ts`],
    [`${core}/app/open.ts`, `${core}/modules/library/commands.ts`],
    [`${core}/modules/programme/commands.ts`, 'packages/formats/src/schedule/types.ts'],
    ['apps/web/src/hooks.server.ts', `${core}/app/context.ts`],
  ])('%s may import %s', (from, to) => expect(judgeImport(from, to)).toBeUndefined())

  test.each([
    [`${core}/modules/editions/queries.ts`, `${core}/modules/programme/queries.ts`],
    [`${core}/kernel/slug.ts`, `${core}/platform/log/log.ts`],
    [`${core}/kernel/slug.ts`, 'packages/formats/src/schedule/types.ts'],
    [`${core}/modules/people/commands.ts`, `${core}/app/context.ts`],
    ['packages/core/migrations/0001-platform.ts', `${core}/kernel/slug.ts`],
    [`${core}/app/open.ts`, 'packages/core/migrations/0001-platform.ts'],
    ['packages/formats/src/schedule/types.ts', `${core}/kernel/slug.ts`],
    [`${core}/modules/programme/commands.ts`, `${core}/modules/editions/fragments.ts`],
  ])('%s may not import %s', (from, to) => expect(judgeImport(from, to)).toBeTypeOf('string'))
})

test('importsOf sees every form, with its line', () => {
  const source =
    "import { a } from './a.ts'\nimport type { B } from './b.ts'\nexport { c } from './c.ts'\nawait import('./d.ts')\n"
  expect(importsOf(source).map(({ specifier, line, isType }) => [specifier, line, isType])).toEqual([
    ['./a.ts', 1, false],
    ['./b.ts', 2, true],
    ['./c.ts', 3, false],
    ['./d.ts', 4, false],
  ])
})

test.each([
  ['packages/core/src/app/open.ts', '../kernel/ids.ts', 'packages/core/src/kernel/ids.ts'],
  ['apps/web/src/hooks.server.ts', '@fachtag/core/app/open', 'packages/core/src/app/open.ts'],
  ['apps/web/src/routes/+page.svelte', '#lib/Card.svelte', 'apps/web/src/lib/Card.svelte'],
  ['apps/web/src/routes/+page.svelte', 'svelte', undefined],
])('%s says %s and means %s', (file, specifier, meant) => expect(resolveImport(file, specifier)).toBe(meant))
