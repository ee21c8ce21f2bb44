import { ProblemError } from '../problem-error.ts'

/** A file that holds a problem: its name and bytes, read as what a family takes it for. */
export class ProblemFile {
  readonly name: string
  readonly bytes: Uint8Array
  #json: { readonly value: unknown } | undefined

  constructor(name: string, bytes: Uint8Array) {
    this.name = name
    this.bytes = bytes
  }

  endsWith(ending: string): boolean {
    return this.name.toLowerCase().endsWith(ending)
  }

  text(): string {
    return new TextDecoder().decode(this.bytes)
  }

  /** The file as JSON; throws ProblemError `json-wrong`. */
  json(): unknown {
    this.#json ??= { value: this.#parse() }
    return this.#json.value
  }

  /** Whether the file is a JSON object with this field. */
  hasField(name: string): boolean {
    const value = this.json()
    return typeof value === 'object' && value !== null && name in value
  }

  #parse(): unknown {
    try {
      return JSON.parse(this.text())
    } catch (error) {
      throw new ProblemError('json-wrong', { reason: (error as Error).message })
    }
  }
}
