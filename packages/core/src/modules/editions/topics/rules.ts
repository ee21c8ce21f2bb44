import { fold } from '../../../platform/german/fold.ts'

/** The form in which a synonym is found: its words folded, one blank between them ("Elektronische Akte" → "elektronische akte"). */
export function foldTerm(term: string): string {
  return term.split(/\s+/).map(fold).filter(Boolean).join(' ')
}
