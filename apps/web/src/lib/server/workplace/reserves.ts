import { listCandidates } from '@fachtag/core/modules/programme/next-edition/candidates/queries'
import { addReserve, changeReserve, removeReserve } from '@fachtag/core/modules/programme/reserve/commands'
import { findReserve, listReserves } from '@fachtag/core/modules/programme/reserve/queries'
import { type ReserveInput, reserveInput } from '@fachtag/core/modules/programme/reserve/schema'
import type { Field } from '#lib/form/types.ts'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm } from '../forms/object-form.ts'
import { choicesOf } from './choices.ts'

const idOf = ({ params }: ObjectEvent) => params.id ?? ''
const list = ({ params }: ObjectEvent) => `/organisieren/${params.series}/${params.edition}/nachruecken`

function fieldsOf({ locals }: ObjectEvent): Field[] {
  const t = messages(locals.locale).replacement.reserves
  return [
    {
      kind: 'reference',
      name: 'personId',
      to: 'person',
      newAs: 'personName',
      label: t.person,
      hint: t.personHint,
      width: 'half',
    },
    {
      kind: 'select',
      name: 'state',
      label: t.state,
      options: choicesOf(t.states),
      initial: 'available',
      width: 'short',
    },
    { kind: 'text', name: 'function', label: t.function, max: 200, optional: true, width: 'half' },
    { kind: 'text', name: 'organisationName', label: t.organisation, max: 200, optional: true, width: 'half' },
    { kind: 'select', name: 'mode', label: t.mode, options: choicesOf(t.modes), initial: 'on-site', width: 'short' },
    { kind: 'text', name: 'title', label: t.contribution, hint: t.contributionHint, max: 300, optional: true },
    { kind: 'markdown', name: 'abstract', label: t.abstract, rows: 5, max: 20_000, optional: true },
    { kind: 'text', name: 'note', label: t.note, hint: t.noteHint, max: 500, optional: true },
  ]
}

/** The page of an entry of the reserve list: `…/nachruecken/[id]`. */
export const reserveObject: ObjectForm<ReserveInput> = {
  schema: reserveInput,
  texts: (t) => ({ create: t.replacement.reserves.create }),
  fields: fieldsOf,
  async find(event) {
    const reserve = await findReserve(event.locals.ctx.db, editionOf(event.locals), idOf(event))
    if (!reserve) return null
    const { name, revision, personId } = reserve
    return { input: reserve, title: name, revision, names: { [personId]: name } }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const scope = editionOf(event.locals)
    if (revision === undefined) await addReserve(ctx, scope, input)
    else if ((await changeReserve(ctx, scope, idOf(event), input, revision)).kind === 'conflict')
      return { kind: 'conflict' }
    return { kind: 'saved', path: list(event) }
  },
  async remove(event, revision) {
    const removed = await removeReserve(event.locals.ctx, editionOf(event.locals), idOf(event), revision)
    return removed.kind === 'removed' ? { kind: 'removed', path: list(event) } : { kind: 'conflict' }
  },
}

/** The reserve list, and who was there at the edition before and is neither on it nor in the programme. */
export async function loadReserves({ locals, params }: Pick<ObjectEvent, 'locals' | 'params'>) {
  const scope = editionOf(locals)
  const [reserves, { from, candidates }] = await Promise.all([
    listReserves(locals.ctx.db, scope),
    listCandidates(locals.ctx, scope),
  ])
  const listed = new Set(reserves.map(({ personId }) => personId))
  return {
    reserves,
    former: from?.name ?? null,
    candidates: candidates.filter(({ personId, isThere }) => !isThere && !listed.has(personId)),
    base: `/organisieren/${params.series}/${params.edition}/nachruecken`,
  }
}

/** Puts somebody of the edition before on the list, with the function and organisation they had there. */
export async function addCandidate({ locals }: Pick<ObjectEvent, 'locals'>, personId: string | undefined) {
  const scope = editionOf(locals)
  const { candidates } = await listCandidates(locals.ctx, scope)
  const found = candidates.find((one) => one.personId === personId)
  if (!found) return
  const { function: held, organisationName } = found
  const input = { personId, function: held ?? undefined, organisationName: organisationName ?? undefined }
  await addReserve(locals.ctx, scope, reserveInput.parse(input))
}
