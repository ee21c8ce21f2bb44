import { describe, expect, test } from 'vitest'
import { judgePlace, structure } from './check-structure.ts'

const modules = 'packages/core/src/modules'

describe('judgePlace', () => {
  test.each([
    `${modules}/programme/rules.ts`,
    `${modules}/programme/release/commands.ts`,
    `${modules}/programme/release/replay.reference.test.ts`,
    `${modules}/library/search/ranking/types.ts`,
    `${modules}/programme/README.md`,
    `${modules}/programme/printing/programme.typ`,
    'packages/core/src/platform/database/connect.ts',
    'packages/formats/src/calendar/fold.ts',
    'apps/web/src/routes/[series]/+page.server.ts',
    'docs/common.md',
  ])('%s may stand', (file) => expect(judgePlace(file)).toBeUndefined())

  test.each([
    [`${modules}/programme/service.ts`, 'names nothing of the field'],
    [`${modules}/programme/index.ts`, 'names nothing of the field'],
    [`${modules}/programme/release-notes.ts`, 'is not one of rules, types'],
    [`${modules}/programme/Rules.ts`, 'is not one of rules, types'],
    [`${modules}/programme/a/b/c/rules.ts`, 'more than one sub-concern deep'],
    ['packages/formats/src/utils.ts', 'names nothing of the field'],
    ['packages/formats/src/util.test.ts', 'names nothing of the field'],
    ['apps/web/src/lib/helpers/date.ts', 'names nothing of the field'],
    ['apps/web/src/lib/shared/date.ts', 'names nothing of the field'],
    ['packages/core/src/platform/common.ts', 'names nothing of the field'],
  ])('%s %s', (file, why) => expect(judgePlace(file)).toContain(why))
})

test('every file of this project stands where it may', async () => {
  expect(await structure.run()).toEqual([])
})
