/** What a message about an error may name: never secrets, never more about a person than its reader already knows. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | undefined>>

/**
 * Every failure that a person can be told about. `code` is stable and says what happened (`edition.not_found`);
 * web, API and CLI turn it into a status and a sentence in one table each. Anything else that is thrown is a fault of ours.
 */
export class DomainError extends Error {
  readonly code: string
  readonly params: ErrorParams

  constructor(code: string, params: ErrorParams = {}) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'DomainError'
    this.code = code
    this.params = params
  }
}
