import { deleteMails, holdMails, releaseMails, retryMails } from '@fachtag/core/modules/messages/mail/outbox/commands'
import { listOutbox, mailsPerPage } from '@fachtag/core/modules/messages/mail/outbox/queries'
import { outboxWish } from '@fachtag/core/modules/messages/mail/outbox/schema'
import { redirect } from '@sveltejs/kit'
import { seriesOf } from '../admission.ts'
import type { ObjectEvent } from '../forms/object-form.ts'

const commands = { release: releaseMails, hold: holdMails, retry: retryMails, delete: deleteMails }
type Done = keyof typeof commands

const isDone = (word: string): word is Done => Object.hasOwn(commands, word)

/** What was done on the page that leads here, and with how many mails. */
function doneOf({ url }: ObjectEvent): { what: Done; count: number } | null {
  const what = url.searchParams.get('geschehen') ?? ''
  const count = Number(url.searchParams.get('anzahl'))
  return isDone(what) && Number.isInteger(count) && count >= 0 ? { what, count } : null
}

async function load(event: ObjectEvent) {
  const { ctx } = event.locals
  const wish = outboxWish.parse(Object.fromEntries(event.url.searchParams))
  const outbox = await listOutbox(ctx, seriesOf(event.locals), wish)
  return {
    outbox,
    wish,
    pages: Math.ceil(outbox.total / mailsPerPage),
    delivery: ctx.mailer.kind,
    place: { series: event.params.series ?? '', edition: event.params.edition ?? null },
    done: doneOf(event),
  }
}

/** Does with the ticked mails, or with all that are to be checked (`release:all`), what the pressed button says. */
async function act(event: ObjectEvent): Promise<never> {
  const data = await event.request.formData()
  const [what = '', all] = String(data.get('_do')).split(':')
  const choice = all ? { state: 'review' as const } : { ids: data.getAll('id').map(String) }
  const count = isDone(what) ? await commands[what](event.locals.ctx, seriesOf(event.locals), choice) : 0
  const query = new URLSearchParams(event.url.searchParams)
  query.set('geschehen', isDone(what) ? what : '')
  query.set('anzahl', String(count))
  redirect(303, `${event.url.pathname}?${query}`)
}

/** The outbox of a series or of an edition, whichever the address names. */
export const outboxPage = { load, actions: { default: act } }
