import { leavesOf } from './leaves.ts'
import type { Candidate, Field, Problem, ReferenceField, ReferenceTarget, Values } from './types.ts'

/** A name that was typed and has to be found. */
export type Wanted = { readonly to: ReferenceTarget; readonly text: string }

/** Finds what each name may mean, best first; the answers stand in the order of the questions. */
export type LookUp = (wanted: readonly Wanted[]) => Promise<readonly (readonly Candidate[])[]>

/** The choice among candidates that means: nobody of them, somebody new. */
export const newChoice = 'neu'

type Open = { readonly path: string; readonly field: ReferenceField; readonly text: string }
type Resolved = {
  readonly values: Values
  readonly problems: Readonly<Record<string, Problem>>
  readonly candidates: Readonly<Record<string, readonly Candidate[]>>
}

function openReferences(fields: readonly Field[], values: Values): Open[] {
  return leavesOf(fields, values).flatMap(({ path, field }) => {
    if (field.kind !== 'reference') return []
    const text = values[`${path}.text`]?.trim() ?? ''
    const isKnown = Boolean(values[path]) && text === values[`${path}.was`]
    return isKnown ? [] : [{ path, field, text }]
  })
}

/** What was meant: the one that was chosen, or the only one of exactly that name. */
function decide(choice: string | undefined, candidates: readonly Candidate[]): Candidate | undefined {
  const chosen = candidates.find((one) => one.id === choice)
  if (chosen) return chosen
  const exact = choice === newChoice ? [] : candidates.filter((one) => one.isExact)
  return exact.length === 1 ? exact[0] : undefined
}

/**
 * Puts ids to the names that were typed into the references of a form. A name that is unchanged keeps its id; one that means
 * nobody, or several, is a problem with candidates to choose from, unless the field takes new names and that was chosen.
 */
export async function resolveReferences(fields: readonly Field[], values: Values, lookUp: LookUp): Promise<Resolved> {
  const open = openReferences(fields, values)
  const asked = open.filter(({ text }) => text)
  const found = asked.length > 0 ? await lookUp(asked.map(({ field, text }) => ({ to: field.to, text }))) : []
  const [resolved, problems]: [Record<string, string>, Record<string, Problem>] = [{ ...values }, {}]
  const candidates: Record<string, readonly Candidate[]> = {}
  for (const { path, field, text } of open) {
    const offered = found[asked.findIndex((one) => one.path === path)] ?? []
    const choice = values[`${path}.choice`]
    const meant = decide(choice, offered)
    resolved[path] = meant?.id ?? ''
    if (meant) {
      resolved[`${path}.text`] = meant.label
      resolved[`${path}.was`] = meant.label
    } else if (text && !(field.newAs && (choice === newChoice || offered.length === 0))) {
      problems[path] = offered.length > 0 ? 'ambiguous' : 'unknown'
      candidates[path] = offered
    }
    delete resolved[`${path}.choice`]
  }
  return { values: resolved, problems, candidates }
}
