import { readBoard } from '@fachtag/core/modules/programme/journal/queries'
import { addVariant } from '@fachtag/core/modules/programme/variants/commands'
import { listVariants } from '@fachtag/core/modules/programme/variants/queries'
import { variantInput } from '@fachtag/core/modules/programme/variants/schema'
import { addVariantWithoutRoom } from '@fachtag/core/modules/programme/variants/without-room/commands'
import { withoutRoomInput } from '@fachtag/core/modules/programme/variants/without-room/schema'
import { fail, redirect } from '@sveltejs/kit'
import { problemsIn } from '#lib/form/problems.ts'
import type { Field, Problems } from '#lib/form/types.ts'
import { toInput } from '#lib/form/values.ts'
import { formatDay } from '#lib/format/dates.ts'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import { readForm } from '../form.ts'
import type { ObjectEvent } from '../forms/object-form.ts'

const asksForRoom = ({ url }: ObjectEvent) => url.searchParams.has('raum')

async function roomFields({ locals }: ObjectEvent): Promise<Field[]> {
  const t = messages(locals.locale).variants
  const { programme } = await readBoard(locals.ctx.db, editionOf(locals).editionId)
  const rooms = programme.rooms.map(({ id, name }) => ({ value: id, label: name }))
  const days = [...new Set(programme.sessions.flatMap((session) => session.day ?? []))].sort()
  const dayOptions = days.map((day) => ({ value: day, label: formatDay(day, locals.locale) }))
  return [
    { kind: 'select', name: 'roomId', label: t.room, options: rooms, width: 'half' },
    { kind: 'select', name: 'day', label: t.day, hint: t.dayHint, options: dayOptions, optional: true, width: 'half' },
    { kind: 'select', name: 'toRoomId', label: t.toRoom, hint: t.toRoomHint, options: rooms, optional: true },
  ]
}

/** The fields of a new variant: of one that begins with another, or with `?raum` of one in which a room is lost. */
async function fieldsOf(event: ObjectEvent): Promise<Field[]> {
  const { locals } = event
  const t = messages(locals.locale).variants
  const others = await listVariants(locals.ctx.db, editionOf(locals))
  const options = others.map(({ id, name }) => ({ value: id, label: name }))
  const from: Field = { kind: 'select', name: 'from', label: t.from, options, optional: true, width: 'half' }
  return [
    { kind: 'text', name: 'name', label: t.name, hint: t.nameHint, max: 100 },
    { kind: 'text', name: 'note', label: t.note, max: 500, optional: true },
    ...(asksForRoom(event) ? await roomFields(event) : options.length > 0 ? [from] : []),
  ]
}

async function load(event: ObjectEvent) {
  const base = `/organisieren/${event.params.series}/${event.params.edition}/varianten`
  return { fields: await fieldsOf(event), asksForRoom: asksForRoom(event), base }
}

async function add(event: ObjectEvent) {
  const { locals, url, request } = event
  const fields = await fieldsOf(event)
  const values = await readForm(request)
  const given = toInput(fields, values)
  const schema = asksForRoom(event) ? withoutRoomInput : variantInput
  const input = schema.safeParse(given, { reportInput: true })
  if (!input.success) return fail(422, { values, problems: problemsIn(fields, input.error) })
  const scope = editionOf(locals)
  const outcome =
    'roomId' in input.data
      ? await addVariantWithoutRoom(locals.ctx, scope, input.data)
      : await addVariant(locals.ctx, scope, input.data)
  const problems: Problems = outcome.kind === 'taken' ? { name: 'taken' } : { roomId: 'nothing_there' }
  if (outcome.kind !== 'added') return fail(409, { values, problems })
  redirect(303, `${url.pathname.replace(/neu$/, outcome.id)}?geschehen=added`)
}

/** The page on which a variant is added. */
export const newVariantPage = { load, actions: { default: add } }
