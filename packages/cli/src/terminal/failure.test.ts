import { DomainError } from '@fachtag/core/kernel/errors'
import { describe, expect, test } from 'vitest'
import { describeFailure, exitCodeOf, UsageError } from './failure.ts'
import { sentences } from './sentences.ts'

describe('a failure', () => {
  test('that is expected is a sentence with its parameters', () => {
    const error = new DomainError('database.in_use', { folder: '/srv/fachtag', pid: 42 })
    expect(describeFailure(error)).toContain('/srv/fachtag')
    expect(describeFailure(error)).toContain('42')
    expect(describeFailure(error)).not.toContain('{')
    expect(exitCodeOf(error)).toBe(1)
  })

  test('without a sentence names its code', () => {
    expect(describeFailure(new DomainError('nobody.wrote_this', { id: 'x' }))).toContain('nobody.wrote_this')
  })

  test('in the call is told as it is, with exit code 2', () => {
    const error = new UsageError('--mapping erwartet FELD=SPALTE')
    expect(describeFailure(error)).toBe('--mapping erwartet FELD=SPALTE')
    expect(exitCodeOf(error)).toBe(2)
    expect(exitCodeOf(new DomainError('settings.invalid', { names: 'PORT' }))).toBe(2)
  })

  test('of ours shows where it happened', () => {
    expect(describeFailure(new Error('oops'))).toContain('failure.test.ts')
    expect(describeFailure('thrown text')).toBe('thrown text')
    expect(exitCodeOf(new Error('oops'))).toBe(1)
  })
})

test('every sentence exists in both languages and names the same parameters', () => {
  const named = (text = '') => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
  for (const { de, en } of Object.values(sentences)) {
    expect(de && en).toBeTruthy()
    expect(named(de)).toEqual(named(en))
  }
})
