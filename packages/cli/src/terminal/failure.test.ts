import { mkdirSync, readFileSync } from 'node:fs'
import { DomainError } from '@fachtag/core/kernel/errors'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { describeFailure, exitCodeOf, UsageError } from './failure.ts'
import { sentences } from './sentences.ts'

afterEach(() => vi.unstubAllEnvs())

function failureOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

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

  test.each([
    [() => readFileSync('/gibt/es/nicht'), '/gibt/es/nicht: Das gibt es nicht.'],
    [() => readFileSync('/'), 'folder'],
    [() => mkdirSync('/dev/null/x'), '/dev/null/x: Das ist eine Datei, kein Ordner.'],
  ])('of the system about a file names it and says what it means', (work, says) => {
    vi.stubEnv('LC_ALL', says === 'folder' ? 'en_GB.UTF-8' : 'de_DE.UTF-8')
    const caught = failureOf(work)
    expect(describeFailure(caught)).toContain(says)
    expect(describeFailure(caught)).not.toContain('    at ')
    expect(exitCodeOf(caught)).toBe(1)
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
