import { describe, expect, test } from 'vitest'
import { judgePlace } from './check-structure.ts'

describe('judgePlace', () => {
  test.each([
    'packages/core/src/modules/programme/rules.ts',
    'packages/core/src/modules/programme/release/commands.ts',
    'packages/core/src/modules/programme/release/replay.reference.test.ts',
    'packages/core/src/platform/database/connect.ts',
    'packages/formats/src/calendar/fold.ts',
  ])('%s may stand', (file) => expect(judgePlace(file)).toBeUndefined())

  test.each([
    'packages/core/src/modules/programme/service.ts',
    'packages/core/src/modules/programme/index.ts',
    'packages/core/src/modules/programme/release-notes.ts',
    'packages/core/src/modules/programme/a/b/c/rules.ts',
    'packages/formats/src/utils.ts',
    'apps/web/src/lib/helpers/date.ts',
  ])('%s may not', (file) => expect(judgePlace(file)).toBeTypeOf('string'))
})
