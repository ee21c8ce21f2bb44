import { expect, test } from 'vitest'
import { createTerminal } from '../terminal/terminal.ts'
import { problemLine, refuse } from './problems.ts'

test.each([
  [{ file: 'a.xml', line: 7, field: 'day[0].date', message: 'is no date' }, 'a.xml:7: day[0].date is no date'],
  [{ file: 'a.xml', line: 7, message: 'is broken' }, 'a.xml:7: is broken'],
  [{ file: 'a.json', field: 'title', message: 'is missing' }, 'a.json: title is missing'],
  [{ file: 'a.json', message: 'odd', severity: 'warning' as const }, 'a.json: warning: odd'],
  [{ file: 'a.json', message: 'wrong', severity: 'error' as const }, 'a.json: wrong'],
])('%j reads %s', (problem, line) => expect(problemLine(problem)).toBe(line))

test.each([
  [false, 'a.xml:3: is broken\n'],
  [true, '{"file":"a.xml","problems":[{"file":"a.xml","line":3,"message":"is broken"}]}\n'],
])('a refusal says why (JSON: %s) and throws', (json, expected) => {
  let out = ''
  const terminal = createTerminal(
    json,
    (text) => {
      out += text
    },
    () => {},
  )
  expect(() => refuse(terminal, 'a.xml', [{ file: 'a.xml', line: 3, message: 'is broken' }])).toThrow('file.broken')
  expect(out).toBe(expected)
})
