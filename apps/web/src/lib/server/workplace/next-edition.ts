import { editionParts } from '@fachtag/core/app/edition-parts'
import { planNextEdition } from '@fachtag/core/modules/programme/next-edition/commands'
import { listPredecessors, previewNextEdition } from '@fachtag/core/modules/programme/next-edition/queries'
import { nextEditionInput } from '@fachtag/core/modules/programme/next-edition/schema'
import type { NextEditionPreview } from '@fachtag/core/modules/programme/next-edition/types'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { problemsIn } from '#lib/form/problems.ts'
import type { Field, Problems } from '#lib/form/types.ts'
import { toInput } from '#lib/form/values.ts'
import { messages } from '#lib/messages/messages.ts'
import { seriesOf } from '../admission.ts'
import { readForm } from '../form.ts'
import type { ObjectEvent } from '../forms/object-form.ts'
import { found } from '../found.ts'

/** The fields of the wizard; of the parts only those that there is something of. */
function fieldsOf({ locals: { locale } }: ObjectEvent, { parts }: NextEditionPreview): Field[] {
  const t = messages(locale).dashboard.nextEdition
  const offered = parts.filter(({ count }) => count > 0)
  const options = offered.map(({ name, count }) => ({ value: name, label: t.partCount(t.partNames[name], count) }))
  return [
    { kind: 'text', name: 'name', label: t.name, max: 200, width: 'half' },
    { kind: 'text', name: 'slug', label: t.slug, hint: t.slugHint, max: 100, width: 'short' },
    { kind: 'number', name: 'number', label: t.number, optional: true, width: 'short' },
    { kind: 'date', name: 'firstDay', label: t.firstDay, hint: t.firstDayHint, optional: true, width: 'half' },
    { kind: 'check', name: 'isFixed', label: t.certainty, optional: true },
    { kind: 'checks', name: 'parts', label: t.parts, hint: t.notTaken, options, optional: true },
  ]
}

/** The edition that the address names to begin with, the newest where it names none; and what would be made of it. */
async function readPreview(event: ObjectEvent) {
  const { ctx } = event.locals
  const { searchParams } = event.url
  const series = seriesOf(event.locals)
  const predecessors = await listPredecessors(ctx, series)
  const wanted = searchParams.get('vorlage')
  const from = wanted ? found(predecessors.find(({ slug }) => slug === wanted)) : predecessors[0]
  const day = searchParams.get('tag') ?? ''
  const firstDay = nextEditionInput.shape.firstDay.safeParse(day || undefined).data
  const preview = from ? await previewNextEdition(ctx, editionParts, series, from.id, firstDay) : null
  return { predecessors, from, firstDay, preview }
}

/** Shows the wizard with the proposal for the year after. */
export async function showNextEdition(event: ObjectEvent) {
  const { predecessors, from, firstDay, preview } = await readPreview(event)
  if (!preview) return { predecessors, chosen: undefined, preview, fields: [], input: {} }
  const day = firstDay ?? preview.proposal.firstDay
  // What is written about an edition tells of that year: it is there to be taken, not to be overlooked.
  const usual = preview.parts.map(({ name }) => name).filter((name) => name !== 'texts')
  const input = { ...preview.proposal, firstDay: day, parts: usual }
  return { predecessors, chosen: from?.slug, preview, fields: fieldsOf(event, preview), input }
}

/** Makes the edition that was asked for, or says what keeps it from being made. */
export async function makeNextEdition(event: ObjectEvent) {
  const { locals, params, request } = event
  const { from, preview } = await readPreview(event)
  const fields = fieldsOf(event, found(preview))
  const values = await readForm(request)
  const { isFixed, ...given } = toInput(fields, values)
  const certainty = isFixed ? 'fixed' : 'probable'
  const input = nextEditionInput.safeParse({ ...given, certainty, fromEditionId: from?.id }, { reportInput: true })
  if (!input.success) return fail(422, { values, problems: problemsIn(fields, input.error) })
  const outcome = await planNextEdition(locals.ctx, editionParts, seriesOf(locals), input.data)
  const taken: Problems = { slug: 'taken' }
  if (outcome.kind === 'taken') return fail(409, { values, problems: taken })
  redirect(303, address(`/organisieren/${params.series}/${outcome.slug}`, locals.locale))
}
