import {
  listCheckAppointments,
  listOwnAppointments,
} from '@fachtag/core/modules/programme/logistics/appointments/queries'
import { toCheckEvents } from '@fachtag/core/modules/programme/logistics/appointments/rules'
import type { CheckAppointment } from '@fachtag/core/modules/programme/logistics/appointments/types'
import { writeCalendar } from '@fachtag/formats/calendar/calendar'
import type { RequestEvent } from '@sveltejs/kit'
import { type Messages, messages } from '#lib/messages/messages.ts'
import { editionOf } from '../admission.ts'
import { attachment } from '../attachment.ts'

type Asked = Pick<RequestEvent, 'locals'> & { readonly params: Readonly<Partial<Record<string, string>>> }
type Words = Messages['logistics']['calendar']

/** One calendar has one zone: that of the first edition, which is that of all as a rule. */
function answer(
  { locals }: Asked,
  appointments: readonly CheckAppointment[],
  file: string,
  say: { readonly name: (t: Words) => string; readonly title: (t: Words, one: CheckAppointment) => string },
): Response {
  const t = messages(locals.locale).logistics.calendar
  const timeZone = appointments[0]?.timeZone ?? 'Europe/Berlin'
  const stamp = locals.ctx.now().toString({ smallestUnit: 'second' })
  const frame = { timeZone, stamp, titleOf: (one: CheckAppointment) => say.title(t, one), withWhom: t.withWhom }
  const calendar = writeCalendar({ name: say.name(t), timeZone, events: toCheckEvents(appointments, frame) })
  return attachment(calendar, 'text/calendar; charset=utf-8', file)
}

/** The line checks of an edition: `…/mitwirkende/verbindungstests.ics`. */
export async function answerCheckCalendar(asked: Asked): Promise<Response> {
  const { series, edition } = asked.params
  const appointments = await listCheckAppointments(asked.locals.ctx, editionOf(asked.locals))
  return answer(asked, appointments, `${series}-${edition}-verbindungstests.ics`, {
    name: (t) => t.name(appointments[0]?.editionName ?? ''),
    title: (t, { name, editionName }) => t.event(name, editionName),
  })
}

/** The line checks of who is signed in: `/konto/auftritte/termine.ics`. */
export async function answerOwnCalendar(asked: Asked): Promise<Response> {
  return answer(asked, await listOwnAppointments(asked.locals.ctx), 'verbindungstests.ics', {
    name: (t) => t.ownName,
    title: (t, { editionName }) => t.ownEvent(editionName),
  })
}
