/** A problem or a file that cannot be planned as it stands: a code and what is needed to say it in any language. */
export class ProblemError extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>

  constructor(code: string, params: Readonly<Record<string, string | number>>) {
    super(
      `${code}: ${Object.entries(params)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`,
    )
    this.name = 'ProblemError'
    this.code = code
    this.params = params
  }
}
