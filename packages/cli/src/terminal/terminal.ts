import type { LocalizedText } from '@fachtag/core/kernel/localized-text'
import { say } from './language.ts'

type Write = (text: string) => void

/**
 * What a command talks through. Results go to standard output, everything else to standard error, so that
 * `fachtag … --json | jq` sees exactly one JSON value.
 */
export interface Terminal {
  /** Whether the caller asked for `--json`. */
  readonly json: boolean
  /** States the outcome, once: `value` with `--json`, else the lines that `text` makes of it. */
  result<T>(value: T, text: (value: T) => readonly string[]): void
  /** Tells a person something on the way; programs do not read it. */
  note(text: LocalizedText): void
  /** Runs `work` and shows its name, that it goes on, and how long it took. */
  step<T>(name: LocalizedText, work: () => Promise<T>): Promise<T>
}

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)

/** A terminal that writes results with `out` and progress with `progress`. */
export function createTerminal(json: boolean, out: Write, progress: Write): Terminal {
  return {
    json,
    result(value, text) {
      out(
        json
          ? `${JSON.stringify(value)}\n`
          : text(value)
              .map((line) => `${line}\n`)
              .join(''),
      )
    },
    note(text) {
      progress(`${say(text)}\n`)
    },
    async step(name, work) {
      const started = performance.now()
      progress(`… ${say(name)}\n`)
      const outcome = await work()
      progress(`✓ ${say(name)} (${seconds(started)} s)\n`)
      return outcome
    },
  }
}
