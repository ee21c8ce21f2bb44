import { DomainError } from '../../kernel/errors.ts'

/**
 * Everything that a log entry can say beside its event. None of these names a person, an address of a reader or what
 * somebody typed; what is not listed here is not written, whatever a caller passes.
 */
export interface LogFields {
  readonly method?: string
  /** The path of a request, of which only the first part is written: the rest may be somebody's name ("/personen/ida-oehm"). */
  readonly path?: string
  /** The page that was to answer, with its parameters as they are called and not as they were given ("/personen/[person]"). */
  readonly route?: string | undefined
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
  'route',
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

/** Where on the site, and nothing that somebody typed. */
function sectionOf(path: string): string {
  const [first = '', ...rest] = path
    .replace(/[?#].*$/s, '')
    .replace(/^\//, '')
    .split('/')
  const shown = /^[\w.-]{0,60}$/.test(first) ? first : '…'
  return rest.length > 0 ? `/${shown}/…` : `/${shown}`
}

/** What of `fields` goes into the log. */
export function safeFields(fields: LogFields): Record<string, unknown> {
  const safe: Record<string, unknown> = {}
  for (const name of plainFields) if (fields[name] !== undefined) safe[name] = fields[name]
  if (fields.path !== undefined) safe.path = sectionOf(fields.path)
  if (fields.error !== undefined) safe.error = describeError(fields.error)
  return safe
}
