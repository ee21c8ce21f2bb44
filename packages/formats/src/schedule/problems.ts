import type { Problem, ReadResult, Schedule } from './types.ts'

/** Where something stands in a file. */
export type Place = { readonly line?: number | undefined; readonly field?: string | undefined }

/** A file that is wrong everywhere says so with its first problems; nobody reads more. */
const maximum = 500

/** Collects what is wrong with one file while it is read. */
export class ProblemList {
  readonly #problems: Problem[] = []
  #hasError = false

  get hasError(): boolean {
    return this.#hasError
  }

  /** Nothing of the file may be imported. */
  error(code: string, message: string, place: Place = {}): void {
    this.#hasError = true
    this.#add({ severity: 'error', code, message, ...place })
  }

  /** The file is imported; somebody should look at this. */
  warning(code: string, message: string, place: Place = {}): void {
    this.#add({ severity: 'warning', code, message, ...place })
  }

  /** The answer of a reader: the schedule only when there was no error. */
  result(schedule: Schedule | null): ReadResult {
    return { schedule: this.#hasError ? null : schedule, problems: [...this.#problems] }
  }

  /** Errors push warnings out when the list is full, so that the reason of a refusal is always in it. */
  #add(problem: Problem): void {
    if (this.#problems.length < maximum) {
      this.#problems.push(problem)
      return
    }
    if (problem.severity === 'warning') return
    const replaceable = this.#problems.findLastIndex((known) => known.severity === 'warning')
    if (replaceable >= 0) this.#problems.splice(replaceable, 1, problem)
  }
}

/** What was found, short enough for a message: control characters shown as a space, at most 60 characters. */
export function quoted(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found))
  const plain = text
    .slice(0, 200)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return `"${plain.length > 60 ? `${plain.slice(0, 59)}…` : plain}"`
}
