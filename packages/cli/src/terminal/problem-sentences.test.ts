import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ProblemError } from '@fachtag/planner/problem-error'
import { afterEach, expect, test, vi } from 'vitest'
import { describeFailure, exitCodeOf } from './failure.ts'
import { describeProblem, problemSentences } from './problem-sentences.ts'
import { germanProblemWords } from './problem-words.ts'

const source = fileURLToPath(new URL('../../../planner/src/', import.meta.url))
const files = globSync('**/*.ts', { cwd: source }).filter((file) => !file.endsWith('.test.ts'))
const matched = (pattern: RegExp) =>
  files.flatMap((file) => [...readFileSync(source + file, 'utf8').matchAll(pattern)].map(([, found]) => found!))
const codes = new Set(matched(/new ProblemError\(\s*'([^']+)'/g))
const words = new Set(
  matched(
    /(?:numbers\.(?:next|incidence)|requireAtMost|requireUnique|requireKnown|requireIndex|indexOf|find)\((?:\w+, )*\s*'([^']+)'/g,
  ),
)

afterEach(() => vi.unstubAllEnvs())

test('every code that the planner throws has a sentence in both languages', () => {
  codes.delete('argument-missing')
  expect(codes.size).toBeGreaterThan(15)
  for (const code of codes)
    expect([code, problemSentences[code]?.de, problemSentences[code]?.en]).not.toContain(undefined)
})

test('every word that the planner names parts of a problem by has a German one', () => {
  expect(words.size).toBeGreaterThan(15)
  expect([...words].filter((word) => !germanProblemWords[word])).toEqual([])
})

test.each([
  [
    new ProblemError('number-too-large', { what: 'gapMinutes', where: 'order a b', found: 9e9, most: 10 }),
    '„gapMinutes“ ist 9000000000; erlaubt sind höchstens 10 (Reihenfolge a b).',
  ],
  [
    new ProblemError('file-ends', { what: 'number of rooms', number: 2 }),
    'Die Datei endet zu früh: Zahl 2 fehlt (Anzahl der Räume).',
  ],
  [
    new ProblemError('id-unknown', { kind: 'track', id: 'X', where: 'tracks_rooms|penalty' }),
    'Die Kennung X (Vortragsreihe) gibt es nicht; genannt ist sie in: tracks_rooms|penalty.',
  ],
])('the planner’s words are told in German', (error, sentence) => {
  expect(describeProblem(error, 'de')).toBe(sentence)
})

test('a problem is told with what is wrong, in the language of the terminal', () => {
  const error = new ProblemError('id-unknown', { kind: 'room', id: 'Aula', where: 'session 7' })
  vi.stubEnv('LC_ALL', 'de_DE.UTF-8')
  expect(describeFailure(error)).toBe('Die Kennung Aula (Raum) gibt es nicht; genannt ist sie in: Programmpunkt 7.')
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
  expect(describeFailure(error)).toBe('There is no id Aula (room); it is named in: session 7.')
  expect(exitCodeOf(error)).toBe(1)
})

test('a wrong option has the exit code of a wrong call', () => {
  expect(exitCodeOf(new ProblemError('argument-wrong', { name: 'cpu', found: 'x', least: 1 }))).toBe(2)
})
