import { describe, expect, test } from 'vitest'
import { inexactVersions } from './check-packages.ts'

describe('inexactVersions', () => {
  test('only one exact version is exact', () => {
    const dependencies = { a: '1.2.3', b: '^1.2.3', c: '1.x', d: '18.4.0-beta.17', e: '*', f: 'latest' }
    expect(inexactVersions({ dependencies })).toEqual(['b@^1.2.3', 'c@1.x', 'e@*', 'f@latest'])
    expect(inexactVersions({ devDependencies: { g: '~1.0.0' }, optionalDependencies: { h: '1.0.0' } })).toEqual([
      'g@~1.0.0',
    ])
  })

  test.each([
    '',
    '1.2',
    '>=1.2.3',
    '1.2.3 || 1.2.4',
    'npm:other@1.2.3',
    'file:../a',
    'git+ssh://host/a',
    'v1.2.3',
    ' 1.2.3',
  ])('%j is not exact', (range) => expect(inexactVersions({ dependencies: { a: range } })).toEqual([`a@${range}`]))

  test('without any there is none', () => expect(inexactVersions({})).toEqual([]))
})
