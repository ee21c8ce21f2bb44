import type { ZodError, ZodIssue } from 'zod'
import type { Messages } from '#lib/messages/messages.ts'

export type Problem = keyof Messages['forms']['problems']
export type Problems = Readonly<Record<string, Problem>>
export type Values = Readonly<Record<string, string>>

/** What somebody typed into a form, field by field, to be read and to be shown again. Files are left out; line ends are one sign. */
export async function readForm(request: Request): Promise<Values> {
  const values: Record<string, string> = {}
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') values[name] = value.replaceAll('\r\n', '\n')
  }
  return values
}

/** What of `texts` is not empty, as a text in two languages. */
export function bothLanguages(de: string | undefined, en: string | undefined): { de?: string; en?: string } {
  return { ...(de?.trim() ? { de: de.trim() } : {}), ...(en?.trim() ? { en: en.trim() } : {}) }
}

function problemOf(issue: ZodIssue): Problem {
  const field = issue.path.at(-1)
  if (issue.code === 'too_small') return 'required'
  if (issue.code === 'too_big') return 'too_long'
  if (field === 'slug') return issue.code === 'custom' ? 'taken' : 'slug'
  if (field === 'phone') return 'phone'
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'email'
  if (issue.code === 'custom') return issue.message === 'the same twice' ? 'same' : 'required'
  return 'invalid'
}

/** The first problem of each field that a schema found, by the name of the field in the form (`contact.email` → `contactEmail`). */
export function problemsOf(error: ZodError): Problems {
  const problems: Record<string, Problem> = {}
  for (const issue of error.issues) {
    const [first = '', ...rest] = issue.path.map(String)
    const name = first + rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
    problems[name] ??= problemOf(issue)
  }
  return problems
}
