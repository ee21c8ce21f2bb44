import type { TextProblem } from '@fachtag/core/modules/messages/mail/templates/types'
import type { Problem, Problems } from '#lib/form/types.ts'

const names: Readonly<Record<TextProblem['problem'], Problem>> = {
  missing: 'required',
  placeholder: 'placeholder',
  link: 'link_placeholder',
  'several-lines': 'one_line',
}

/** What is wrong with a text, by the paths of its fields in a form. */
export function problemsOfText(problems: readonly TextProblem[]): Problems {
  return Object.fromEntries(problems.map(({ field, locale, problem }) => [`${field}.${locale}`, names[problem]]))
}
