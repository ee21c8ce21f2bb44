import { expect, test } from 'vitest'
import { hashCode, linkAddress, newCode, readCode, showCode } from './rules.ts'
import { codeInput } from './schema.ts'

test('codes have eight letters of 32, and are not the same twice', () => {
  const codes = Array.from({ length: 2_000 }, newCode)
  expect(codes.filter((code) => !/^[0-9A-HJKMNP-TV-Z]{8}$/.test(code))).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(codes.join('')).size).toBe(32)
})

test.each([
  ['7K3M9QXP', '7K3M9QXP'],
  [' 7k3m-9qxp ', '7K3M9QXP'],
  ['7k3m 9qxp', '7K3M9QXP'],
  ['oOiIlL00', '00111100'],
])('%j is read as %s', (typed, code) => {
  expect(readCode(typed)).toBe(code)
  expect(codeInput.parse({ code: typed })).toEqual({ code })
})

test('what is shown is read again', () => {
  const code = newCode()
  expect(readCode(showCode(code))).toBe(code)
  expect(showCode('7K3M9QXP')).toBe('7K3M-9QXP')
})

test.each(['', '7K3M', '7K3M9QXP7', "7K3M9QX'", 'ÄÖÜÄÖÜÄÖ', 'x'.repeat(60)])('%j is no code', (code) => {
  expect(codeInput.safeParse({ code }).success).toBe(false)
})

test('a code is good for one request', () => {
  expect(hashCode('sir_1', '7K3M9QXP')).not.toBe(hashCode('sir_2', '7K3M9QXP'))
  expect(hashCode('sir_1', '7K3M9QXP')).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  ['de', 'https://fachtag.example/anmelden/link?link=abc'],
  ['en', 'https://fachtag.example/en/anmelden/link?link=abc'],
] as const)('the link in %s', (locale, address) => {
  expect(linkAddress('https://fachtag.example', locale, 'abc')).toBe(address)
})
