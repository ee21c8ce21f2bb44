import { DomainError } from '@fachtag/core/kernel/errors'
import { connectionInput } from '@fachtag/core/modules/programme/replacement/connecting/schema'
import { replacementInput } from '@fachtag/core/modules/programme/replacement/schema'
import type { ZodType } from 'zod'
import { resolveReferences } from '#lib/form/references.ts'
import type { Candidate, ReferenceField, Values } from '#lib/form/types.ts'
import { lookUpNames } from '../forms/look-up.ts'

/** Who stands in, by a name that the directory knows or that is new to it. */
export const standInField = (label: string, hint: string): ReferenceField => ({
  kind: 'reference',
  name: 'person',
  to: 'person',
  newAs: 'personName',
  label,
  hint,
  optional: true,
})

export type Named = { readonly values: Values; readonly candidates: readonly Candidate[]; readonly isUnclear: boolean }

/** Puts the person to the name that was typed; several of that name are candidates. */
export async function resolveName({ ctx }: App.Locals, values: Values): Promise<Named> {
  if (values.reserve) return { values, candidates: [], isUnclear: false }
  const found = await resolveReferences([standInField('', '')], values, (wanted) => lookUpNames(ctx, wanted))
  const isUnclear = found.problems.person !== undefined
  return { values: found.values, candidates: found.candidates.person ?? [], isUnclear }
}

const mode = (values: Values) => (values.remote === 'on' ? 'remote' : 'on-site')
const given = (text: string | undefined) => text?.trim() || undefined

function standInOf(values: Values) {
  // Unchecked means: as the reserve list has it.
  if (values.reserve)
    return { kind: 'reserve', reserveId: values.reserve, mode: values.remote === 'on' ? 'remote' : undefined }
  const held = {
    function: given(values.function),
    organisationName: given(values.organisationName),
    mode: mode(values),
  }
  if (values.person) return { kind: 'person', personId: values.person, ...held }
  return { kind: 'name', name: values['person.text'] ?? '', ...held }
}

/** What the mails to those whom it concerns say: nothing where they are not wanted. */
export function noticesOf(values: Values) {
  return values.tell === 'on' ? { leftOut: [], line: given(values.note), isHeldBack: false } : undefined
}

/** What the form asks for, where it says enough; undefined where nobody is named. */
export function toReplacement(sessionId: string, values: Values) {
  return replacementInput.safeParse({
    sessionId,
    appearanceId: given(values.who),
    standIn: standInOf(values),
    title: given(values.title),
    abstract: given(values.abstract),
    note: given(values.note),
    notices: noticesOf(values),
  }).data
}

/** What no form of ours sends is refused as a whole. Throws `input.invalid`. */
export function parsed<T>(schema: ZodType<T>, input: unknown): T {
  const { data } = schema.safeParse(input)
  if (data === undefined) throw new DomainError('input.invalid', {})
  return data
}

/** Who takes part by video instead of coming. Throws `input.invalid`. */
export function toConnection(sessionId: string, values: Values) {
  const { who, note } = values
  const input = { sessionId, appearanceId: given(who), mode: 'remote', note: given(note), notices: noticesOf(values) }
  return parsed(connectionInput, input)
}
