import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '@fachtag/core/kernel/errors'
import { afterEach, expect, test, vi } from 'vitest'
import { describeFailure } from './failure.ts'
import { sentences } from './sentences.ts'

const packages = join(import.meta.dirname, '..', '..', '..')

/** Every failure that the core and the command line can tell somebody about, with the parameters that it is thrown with. */
const thrown = globSync('{core,cli}/src/**/*.ts', { cwd: packages })
  .filter((file) => !file.endsWith('.test.ts'))
  .flatMap((file) => [
    ...readFileSync(join(packages, file), 'utf8').matchAll(/new DomainError\(\s*'([\w.]+)'(?:,\s*\{([^}]*)\})?/g),
  ])
  .map(([, code = '', params = '']) => ({
    code,
    params: [...params.matchAll(/(\w+)\s*(?::|,|$)/g)].map((one) => one[1]!),
  }))

afterEach(() => vi.unstubAllEnvs())

test('the codes are found in the sources', () => {
  expect(thrown.length).toBeGreaterThan(20)
  expect(thrown.map((one) => one.code)).toContain('edition.not_found')
})

test('every failure that can be thrown has a sentence', () => {
  const codes = [...new Set(thrown.map((one) => one.code))]
  expect(codes.filter((code) => !(code in sentences))).toEqual([])
})

test.each(thrown.filter((one) => one.code in sentences))(
  '$code is told without a gap, given $params',
  ({ code, params }) => {
    const error = new DomainError(code, Object.fromEntries(params.map((name) => [name, `<${name}>`])))
    for (const locale of ['de_DE.UTF-8', 'en_GB.UTF-8']) {
      vi.stubEnv('LC_ALL', locale)
      const wanted = [...sentences[code]!.de!.matchAll(/\{(\w+)\}/g)].map((one) => one[1]!)
      for (const name of wanted) expect(describeFailure(error)).toContain(`<${name}>`)
    }
  },
)
