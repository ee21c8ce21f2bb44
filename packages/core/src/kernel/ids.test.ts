import { describe, expect, test } from 'vitest'
import { isId, newId } from './ids.ts'

describe('ids', () => {
  test('sort by the time they were made', () => {
    const early = newId('session', 1_000)
    const late = newId('session', 2_000)
    expect([late, early].sort()).toEqual([early, late])
  })

  test('are different within one millisecond', () => {
    const ids = new Set(Array.from({ length: 1_000 }, () => newId('person', 5)))
    expect(ids.size).toBe(1_000)
  })

  test.each([
    ['session', newId('session'), true],
    ['person', newId('session'), false],
    ['session', 'ses_1', false],
    ['session', `${newId('session')}'`, false],
  ] as const)('isId(%s, %s) is %s', (kind, text, expected) => {
    expect(isId(kind, text)).toBe(expected)
  })
})
