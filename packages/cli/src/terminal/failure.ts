import { DomainError } from '@fachtag/core/kernel/errors'
import type { LocalizedText } from '@fachtag/core/kernel/localized-text'
import { fill } from '@fachtag/planner/cli/fill'
import { ProblemError } from '@fachtag/planner/problem-error'
import { say, terminalLocale } from './language.ts'
import { describeProblem } from './problem-sentences.ts'
import { sentences } from './sentences.ts'

/** The command was called in a way it cannot understand; the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const exitCodes = { ok: 0, failed: 1, usage: 2 } as const

/** What the system answers about a file or folder that somebody named → what that means. */
const fileFailures: Readonly<Record<string, LocalizedText>> = {
  ENOENT: { de: 'Das gibt es nicht.', en: 'There is no such file or folder.' },
  EACCES: { de: 'Das darf Fachtag nicht lesen oder schreiben.', en: 'Fachtag may not read or write that.' },
  EPERM: { de: 'Das darf Fachtag nicht lesen oder schreiben.', en: 'Fachtag may not read or write that.' },
  EROFS: { de: 'Dort lässt sich nichts schreiben.', en: 'Nothing can be written there.' },
  EISDIR: { de: 'Das ist ein Ordner, keine Datei.', en: 'That is a folder, not a file.' },
  ENOTDIR: { de: 'Das ist eine Datei, kein Ordner.', en: 'That is a file, not a folder.' },
  EEXIST: { de: 'Das ist eine Datei, kein Ordner.', en: 'That is a file, not a folder.' },
  ENOSPC: { de: 'Auf dem Datenträger ist kein Platz mehr.', en: 'There is no room left on the disk.' },
}

/** Reading a folder as a file fails without its name; the step before has named it. */
function describeFileFailure({ code = '', syscall, path }: NodeJS.ErrnoException): string | undefined {
  const says = fileFailures[code]
  return says && syscall ? [path, say(says)].filter(Boolean).join(': ') : undefined
}

/** What a person reads about `error`: a sentence with the remedy when it is an expected one, else where our fault lies. */
export function describeFailure(error: unknown): string {
  if (error instanceof UsageError) return error.message
  if (error instanceof DomainError) {
    const sentence = sentences[error.code]
    return sentence ? fill(say(sentence), error.params, terminalLocale(process.env)) : error.message
  }
  if (error instanceof ProblemError) return describeProblem(error, terminalLocale(process.env))
  if (!(error instanceof Error)) return String(error)
  return describeFileFailure(error) ?? error.stack ?? error.message
}

export function exitCodeOf(error: unknown): number {
  const usage =
    error instanceof UsageError ||
    (error instanceof DomainError && error.code === 'settings.invalid') ||
    (error instanceof ProblemError && error.code.startsWith('argument'))
  return usage ? exitCodes.usage : exitCodes.failed
}
