import { expect, test } from 'vitest'
import { ProblemError } from './problem-error.ts'

test('says its code and everything it knows, for people and for machines', () => {
  const error = new ProblemError('id-unknown', { kind: 'room', id: 'hall', line: 3 })
  expect(error).toBeInstanceOf(Error)
  expect(error.name).toBe('ProblemError')
  expect(error.message).toBe('id-unknown: kind room, id hall, line 3')
  expect([error.code, error.params]).toEqual(['id-unknown', { kind: 'room', id: 'hall', line: 3 }])
})
