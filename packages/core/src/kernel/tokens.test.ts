import { expect, test } from 'vitest'
import { hashToken, newToken } from './tokens.ts'

test('tokens are long, different and fit into a link', () => {
  const tokens = Array.from({ length: 1_000 }, newToken)
  expect(new Set(tokens).size).toBe(1_000)
  for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/)
})

test('the hash is SHA-256 (FIPS 180-4, example "abc")', () => {
  expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
