import { saveLogistics } from '@fachtag/core/modules/programme/logistics/commands'
import { findLogistics, findPart } from '@fachtag/core/modules/programme/logistics/queries'
import { readinessOf } from '@fachtag/core/modules/programme/logistics/readiness/rules'
import { type LogisticsInput, logisticsInput } from '@fachtag/core/modules/programme/logistics/schema'
import type { Logistics } from '@fachtag/core/modules/programme/logistics/types'
import { listReserves } from '@fachtag/core/modules/programme/reserve/queries'
import { formatInstant } from '#lib/format/dates.ts'
import { messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import type { ObjectEvent, ObjectForm, Stored } from '../forms/object-form.ts'
import { found } from '../found.ts'
import { checkField, ownFields, toInput } from '../logistics/fields.ts'
import { today } from '../today.ts'

const personOf = ({ params }: ObjectEvent) => params.person ?? ''
const partOf = ({ locals, params }: ObjectEvent) =>
  findPart(locals.ctx.db, editionOf(locals).editionId, params.person ?? '')

function badgeOf({ locals }: ObjectEvent, { check, answeredAt }: Logistics, isRemote: boolean): Stored['badge'] {
  const { form: t, readiness: words } = messages(locals.locale).logistics
  if (!isRemote) {
    if (!answeredAt) return { kind: 'info', text: t.notAnswered }
    return { kind: 'success', text: t.answered(formatInstant(answeredAt, locals.locale)) }
  }
  const readiness = readinessOf(check, today(locals.ctx))
  const kinds = { ready: 'success', nearly: 'info', 'not-ready': 'warning' } as const
  return { kind: kinds[readiness], text: t.badge(words[readiness]) }
}

/** The page on which organisers note how somebody comes and what they need: `…/mitwirkende/[person]`. */
export const logisticsObject: ObjectForm<LogisticsInput> = {
  schema: logisticsInput,
  texts: (t) => ({ create: t.logistics.list.title }),
  async fields(event) {
    const part = found(await partOf(event))
    if (!part.isRemote) return ownFields(event, part)
    const reserves = await listReserves(event.locals.ctx.db, editionOf(event.locals))
    const standIns = reserves.map(({ id, name }) => ({ value: id, label: name }))
    return [...ownFields(event, part), checkField(event, standIns)]
  },
  async find(event) {
    const { ctx, locale } = event.locals
    const part = await partOf(event)
    if (!part) return null
    const logistics = await findLogistics(ctx.db, editionOf(event.locals).editionId, personOf(event))
    const { contact } = messages(locale).logistics.form
    return {
      id: personOf(event),
      input: toInput(logistics),
      title: part.name,
      revision: logistics.revision,
      badge: badgeOf(event, logistics, part.isRemote),
      links: [{ path: `/organisieren/personen/${personOf(event)}/erreichbar`, name: contact }],
    }
  },
  async save(event, input, revision) {
    const { ctx } = event.locals
    const saved = await saveLogistics(ctx, editionOf(event.locals), personOf(event), input, revision)
    const { series, edition } = event.params
    const path = `/organisieren/${series}/${edition}/mitwirkende/${personOf(event)}`
    return saved.kind === 'saved' ? { kind: 'saved', path } : { kind: 'conflict' }
  },
}
