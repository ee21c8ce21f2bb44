import { expect, test } from 'vitest'
import { inexactVersions } from './check-packages.ts'

test('only one exact version is exact', () => {
  const dependencies = { a: '1.2.3', b: '^1.2.3', c: '1.x', d: '18.4.0-beta.17', e: '*', f: 'latest' }
  expect(inexactVersions({ dependencies })).toEqual(['b@^1.2.3', 'c@1.x', 'e@*', 'f@latest'])
  expect(inexactVersions({ devDependencies: { g: '~1.0.0' }, optionalDependencies: { h: '1.0.0' } })).toEqual([
    'g@~1.0.0',
  ])
})
