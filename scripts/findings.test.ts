import { describe, expect, test } from 'vitest'
import { isTest, projectFiles, readProjectFile } from './findings.ts'

test.each([
  ['packages/core/src/kernel/ids.test.ts', true],
  ['packages/core/src/modules/programme/release/replay.reference.test.ts', true],
  ['packages/core/test/database.ts', true],
  ['apps/web/journeys/browser.ts', true],
  ['apps/web/test/site.ts', true],
  ['packages/core/src/kernel/ids.ts', false],
  ['apps/web/src/lib/latest.ts', false],
  ['scripts/test.ts', false],
  ['packages/core/src/contest/rules.ts', false],
])('%s is a test: %s', (file, expected) => expect(isTest(file)).toBe(expected))

describe('projectFiles', () => {
  test('are those of the project, sorted, and nothing that is ignored', () => {
    const files = projectFiles(/\.ts$/)
    expect(files).toContain('scripts/findings.ts')
    expect(files).toEqual([...files].sort())
    expect(new Set(files).size).toBe(files.length)
    expect(files.filter((file) => /node_modules|\.svelte-kit/.test(file))).toEqual([])
  })

  test('are only those that were asked for', () => {
    expect(projectFiles(/^package\.json$/)).toEqual(['package.json'])
    expect(projectFiles(/^no such file$/)).toEqual([])
  })

  test('can be read', () => {
    expect(JSON.parse(readProjectFile('package.json'))).toHaveProperty('scripts')
    expect(() => readProjectFile('no such file')).toThrow('ENOENT')
  })
})
