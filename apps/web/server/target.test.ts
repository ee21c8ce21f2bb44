import { describe, expect, test } from 'vitest'
import { judgeTarget } from './target.ts'

describe('judgeTarget', () => {
  test.each([
    ['/', '/'],
    ['/themen?x=//', '/themen'],
    ['/personen/m%C3%BCller', '/personen/m%C3%BCller'],
    ['/a?b/', '/a'],
    ['/a...b/..c', '/a...b/..c'],
  ])('%s is a path', (target, pathname) => expect(judgeTarget(target)).toEqual({ kind: 'path', pathname }))

  test.each([
    ['/themen/', '/themen'],
    ['//themen', '/themen'],
    ['/themen//e-akte///', '/themen/e-akte'],
    ['//', '/'],
    ['/themen/?q=1/', '/themen?q=1/'],
    ['//evil.example/x', '/evil.example/x'],
  ])('%s leads to %s', (target, location) => expect(judgeTarget(target)).toEqual({ kind: 'moved', location }))

  test.each([
    '',
    '*',
    'themen',
    'http://x.example/',
    '/%ff',
    '/%',
    '/%zz',
    '/a\\b',
    '/a%5Cb',
    '/a%00b',
    '/a/../b',
    '/a/%2e%2e/b',
    '/./a',
    '/a%0d%0ab',
  ])('%j cannot be read', (target) => expect(judgeTarget(target)).toEqual({ kind: 'malformed' }))

  test('what is longer than any address of ours is refused', () => {
    expect(judgeTarget(`/${'a'.repeat(4096)}`)).toEqual({ kind: 'too-long' })
    expect(judgeTarget(`/${'a'.repeat(4095)}`).kind).toBe('path')
  })
})
