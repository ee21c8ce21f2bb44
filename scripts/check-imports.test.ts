import { describe, expect, test } from 'vitest'
import { imports, importsOf, judgeImport, layerOf, moduleOrder, resolveImport } from './check-imports.ts'

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

test.each([
  ['@fachtag/formats/schedule/types', 'packages/formats/src/schedule/types.ts'],
  ['@fachtag/planner/conference/plan', 'packages/planner/src/conference/plan.ts'],
  ['./rules.ts', 'packages/cli/src/rules.ts'],
  ['../../core/src/kernel/ids.ts', 'packages/core/src/kernel/ids.ts'],
  ['node:fs', undefined],
  ['@fachtag/unknown/x', undefined],
  ['fachtag', undefined],
])('from the command line %s means %s', (specifier, meant) => {
  expect(resolveImport('packages/cli/src/run.ts', specifier)).toBe(meant)
})

describe('layers', () => {
  const rankOf = (file: string) => layerOf(file)?.rank ?? Number.NaN

  test('rise from the kernel to the command line', () => {
    const ranks = [
      `${core}/kernel/ids.ts`,
      `${core}/platform/log/log.ts`,
      ...moduleOrder.map((module) => `${core}/modules/${module}/rules.ts`),
      `${core}/app/open.ts`,
      'packages/api/src/server.ts',
      'apps/web/src/hooks.server.ts',
      'packages/cli/src/run.ts',
    ].map(rankOf)
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(new Set(ranks).size).toBe(ranks.length)
  })

  test('each module may import those before it and none behind it', () => {
    moduleOrder.forEach((from, i) => {
      moduleOrder.forEach((to, k) => {
        const why = judgeImport(`${core}/modules/${from}/commands.ts`, `${core}/modules/${to}/queries.ts`)
        expect({ from, to, isAllowed: why === undefined }).toEqual({ from, to, isAllowed: k <= i })
      })
    })
  })

  test.each(['scripts/check.ts', 'bench/load.ts', 'docs/a.md'])('%s belongs to none', (file) => {
    expect(layerOf(file)).toBeUndefined()
  })

  test('tests may import what they need', () => {
    expect(judgeImport(`${core}/modules/editions/queries.test.ts`, `${core}/app/context.ts`)).toBeUndefined()
    expect(judgeImport('packages/formats/src/a.test.ts', `${core}/kernel/ids.ts`)).toBeUndefined()
  })

  test('planner and formats know nothing of the product', () => {
    for (const leaf of ['packages/planner/src/lists.ts', 'packages/formats/src/calendar/fold.ts']) {
      expect(judgeImport(leaf, `${core}/kernel/ids.ts`)).toBeTypeOf('string')
      expect(judgeImport(leaf, 'apps/web/src/lib/search.ts')).toBeTypeOf('string')
    }
  })
})

describe('importsOf', () => {
  test('sees imports over several lines and those for their effect', () => {
    const source =
      "import {\n  a,\n  b,\n} from './a.ts'\nimport './b.css'\nexport * from './c.ts'\nexport type { D } from './d.ts'\n"
    expect(importsOf(source).map(({ specifier, isType }) => [specifier, isType])).toEqual([
      ['./a.ts', false],
      ['./b.css', false],
      ['./c.ts', false],
      ['./d.ts', true],
    ])
  })

  test.each(["const a = 'import x from y'", 'const from = 1', "import.meta.url + 'x'", ''])(
    '%j imports nothing',
    (source) => {
      expect(importsOf(source)).toEqual([])
    },
  )
})

test('the imports of this project go to the left and in no circle', async () => {
  expect(await imports.run()).toEqual([])
})
