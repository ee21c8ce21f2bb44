import { DomainError, type ErrorParams } from '@fachtag/core/kernel/errors'
import { say } from './language.ts'
import { sentences } from './sentences.ts'

/** The command was called in a way it cannot understand; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const exitCodes = { ok: 0, failed: 1, usage: 2 } as const

function fill(sentence: string, params: ErrorParams): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(params[name] ?? ''))
}

/** What a person reads about `error`: a sentence with the remedy when it is an expected one, else where our fault lies. */
export function describeFailure(error: unknown): string {
  if (error instanceof UsageError) return error.message
  if (error instanceof DomainError) {
    const sentence = sentences[error.code]
    return sentence ? fill(say(sentence), error.params) : error.message
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

export function exitCodeOf(error: unknown): number {
  const usage = error instanceof UsageError || (error instanceof DomainError && error.code === 'settings.invalid')
  return usage ? exitCodes.usage : exitCodes.failed
}
