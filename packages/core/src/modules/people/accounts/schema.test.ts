import { expect, test } from 'vitest'
import { newToken } from '../../../kernel/tokens.ts'
import { tokenSchema } from './schema.ts'

test.each([
  [newToken(), true],
  ['', false],
  ['a'.repeat(43), true],
  [`${'a'.repeat(42)}'`, false],
  ['a'.repeat(44), false],
])('token %j is looked up: %s', (token, ok) => {
  expect(tokenSchema.safeParse({ token }).success).toBe(ok)
})
