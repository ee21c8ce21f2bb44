import { DomainError } from '@fachtag/core/kernel/errors'
import type { Terminal } from '../terminal/terminal.ts'

/** Something wrong in a file, of a schedule or of an archive. Without a severity it is an error. */
export type FileProblem = {
  readonly file: string
  readonly line?: number | undefined
  readonly field?: string | undefined
  readonly message: string
  readonly severity?: 'error' | 'warning' | undefined
}

/** `file:line field message`, as editors and terminals make links of it. */
export function problemLine({ file, line, field, message, severity }: FileProblem): string {
  const place = line === undefined ? file : `${file}:${line}`
  return [`${place}:`, severity === 'warning' ? 'warning:' : '', field ?? '', message].filter(Boolean).join(' ')
}

/** Shows what is wrong with `path`; as the result of the command, because nothing else will come of it. Throws `file.broken`. */
export function refuse(terminal: Terminal, path: string, problems: readonly FileProblem[]): never {
  terminal.result({ file: path, problems }, () => problems.map(problemLine))
  throw new DomainError('file.broken', { file: path, count: problems.length })
}
