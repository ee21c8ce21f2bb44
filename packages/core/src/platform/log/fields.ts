import { DomainError } from '../../kernel/errors.ts'

/**
 * Everything that a log entry can say beside its event. None of these names a person, an address of a reader or what
 * somebody typed; what is not listed here is not written, whatever a caller passes.
 */
export interface LogFields {
  readonly method?: string
  /** The path of a request. What stands behind `?` or `#` is cut off. */
  readonly path?: string
  readonly status?: number
  readonly milliseconds?: number
  readonly count?: number
  readonly job?: string
  readonly attempt?: number
  readonly migration?: string
  readonly version?: string
  readonly pid?: number
  readonly exitCode?: number
  readonly signal?: string
  /** What Fachtag itself listens on. */
  readonly listening?: string
  readonly error?: unknown
}

const plainFields = [
  'method',
  'status',
  'milliseconds',
  'count',
  'job',
  'attempt',
  'migration',
  'version',
  'pid',
  'exitCode',
  'signal',
  'listening',
] as const satisfies readonly (keyof LogFields)[]

type Described = { readonly name: string; readonly code?: string; readonly stack?: readonly string[] }

/** The stack without the message: a message can repeat what somebody typed ("invalid input syntax … \"…\""). */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
}

function describeError(error: unknown): Described {
  if (!(error instanceof Error)) return { name: typeof error }
  if (error instanceof DomainError) return { name: error.name, code: error.code }
  const code = (error as { code?: unknown }).code
  return { name: error.name, ...(typeof code === 'string' ? { code } : {}), stack: framesOf(error) }
}

/** What of `fields` goes into the log. */
export function safeFields(fields: LogFields): Record<string, unknown> {
  const safe: Record<string, unknown> = {}
  for (const name of plainFields) if (fields[name] !== undefined) safe[name] = fields[name]
  if (fields.path !== undefined) safe.path = fields.path.replace(/[?#].*$/s, '')
  if (fields.error !== undefined) safe.error = describeError(fields.error)
  return safe
}
