import { type ConsentKind, consentKinds } from '@fachtag/core/modules/programme/consents/types'
import type { Values } from '#lib/server/form.ts'

/** The answers in a form with one field for each kind; what was not answered is left out. */
export function decisionsIn(values: Values): Partial<Record<ConsentKind, boolean>> {
  const answered = consentKinds.filter((kind) => values[kind] === 'yes' || values[kind] === 'no')
  return Object.fromEntries(answered.map((kind) => [kind, values[kind] === 'yes']))
}
