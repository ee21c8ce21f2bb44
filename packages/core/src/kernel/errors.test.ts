import { expect, test } from 'vitest'
import { DomainError } from './errors.ts'

test('an expected failure carries its code and what a sentence about it needs', () => {
  const error = new DomainError('edition.not_found', { edition: '2031', tries: 2 })
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({ name: 'DomainError', code: 'edition.not_found', params: { edition: '2031', tries: 2 } })
  expect(error.message).toContain('edition.not_found')
  expect(new DomainError('access.denied').params).toEqual({})
})
