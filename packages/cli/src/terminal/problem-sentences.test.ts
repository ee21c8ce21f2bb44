import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ProblemError } from '@fachtag/planner/problem-error'
import { afterEach, expect, test, vi } from 'vitest'
import { describeFailure, exitCodeOf } from './failure.ts'
import { problemSentences } from './problem-sentences.ts'

const source = fileURLToPath(new URL('../../../planner/src/', import.meta.url))
const files = globSync('**/*.ts', { cwd: source }).filter((file) => !file.endsWith('.test.ts'))
const codes = new Set(
  files.flatMap((file) =>
    [...readFileSync(source + file, 'utf8').matchAll(/new ProblemError\(\s*'([^']+)'/g)].map(([, code]) => code!),
  ),
)

afterEach(() => vi.unstubAllEnvs())

test('every code that the planner throws has a sentence in both languages', () => {
  codes.delete('argument-missing')
  expect(codes.size).toBeGreaterThan(15)
  for (const code of codes)
    expect([code, problemSentences[code]?.de, problemSentences[code]?.en]).not.toContain(undefined)
})

test('a problem is told with what is wrong, in the language of the terminal', () => {
  const error = new ProblemError('id-unknown', { kind: 'room', id: 'Aula', where: 'session 7' })
  vi.stubEnv('LC_ALL', 'de_DE.UTF-8')
  expect(describeFailure(error)).toBe('Die Kennung Aula (room) gibt es nicht; genannt ist sie in: session 7.')
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
  expect(describeFailure(error)).toBe('There is no id Aula (room); it is named in: session 7.')
  expect(exitCodeOf(error)).toBe(1)
})

test('a wrong option has the exit code of a wrong call', () => {
  expect(exitCodeOf(new ProblemError('argument-wrong', { name: 'cpu', found: 'x', least: 1 }))).toBe(2)
})
