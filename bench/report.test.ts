import { describe, expect, test } from 'vitest'
import { figure, formatReport, quantile, readArguments } from './report.ts'

test.each([
  [[], { short: false, json: false }],
  [['--short'], { short: true, json: false }],
  [['--json', '--short'], { short: true, json: true }],
])('%j is read', (words, expected) => expect(readArguments(words)).toEqual(expected))

describe('figure', () => {
  test('judges the value before it is rounded', () => {
    expect(figure('p95', 30.00001, 'ms', { atMost: 30 })).toMatchObject({ value: 30, target: '≤ 30', ok: false })
    expect(figure('share', 0.8, '', { atLeast: 0.8 })).toMatchObject({ target: '≥ 0.8', ok: true })
    expect(figure('share', 0.79, '', { atLeast: 0.8 }).ok).toBe(false)
  })
  test('only informs without a bound', () => {
    expect(figure('rows', 5465.4321, 'rows')).toEqual({
      name: 'rows',
      value: 5465,
      unit: 'rows',
      target: null,
      ok: null,
    })
  })
})

test.each([
  [[1, 2, 3, 4], 0.5, 2],
  [[4, 1, 3, 2], 0.95, 4],
  [[7], 0, 7],
  [[], 0.5, Number.NaN],
])('quantile of %j at %d is %d', (values, q, expected) => expect(quantile(values, q)).toBe(expected))

describe('formatReport', () => {
  const figures = [figure('p95', 12, 'ms', { atMost: 30 }), figure('p99', 40, 'ms', { atMost: 30 })]
  test('as JSON is one line that tools can read back', () => {
    const text = formatReport('search', figures, true)
    expect(text).not.toContain('\n')
    expect(JSON.parse(text)).toEqual({ bench: 'search', figures })
  })
  test('as text names the targets that were missed', () => {
    const lines = formatReport('search', figures, false).split('\n')
    expect(lines[1]).toMatch(/p95 .* 12 ms {2}≤ 30 ok$/)
    expect(lines[2]).toMatch(/MISSED$/)
  })
})
