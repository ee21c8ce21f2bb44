import { addOrderWish, removeOrderWish } from '@fachtag/core/modules/programme/circumstances/commands'
import { orderWishInput } from '@fachtag/core/modules/programme/circumstances/schema'
import { listNamedWishes, listSessionsToOrder } from '@fachtag/core/modules/programme/circumstances/wishes/queries'
import { fail, type RequestEvent } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import { done, leadTo } from '#lib/server/done.ts'
import { problemsOf, readForm } from '#lib/server/form.ts'

type Asked = Pick<RequestEvent, 'locals' | 'url' | 'request'> & {
  readonly params: Readonly<Partial<Record<string, string>>>
}

const pathOf = ({ params }: Asked) => `/organisieren/${params.series}/${params.edition}/reihenfolge`

async function load(event: Asked) {
  const { db } = event.locals.ctx
  const { editionId } = editionOf(event.locals)
  const [wishes, sessions] = await Promise.all([listNamedWishes(db, editionId), listSessionsToOrder(db, editionId)])
  return { wishes, sessions, done: done(event) }
}

async function add(event: Asked) {
  const values = await readForm(event.request)
  const { firstSessionId = '', thenSessionId = '', reason = '' } = values
  const wish = { firstSessionId, thenSessionId, ...(reason.trim() ? { reason } : {}) }
  const input = orderWishInput.safeParse(wish)
  if (!input.success) return fail(422, { values, problems: problemsOf(input.error) })
  await addOrderWish(event.locals.ctx, editionOf(event.locals), input.data)
  return leadTo(event, pathOf(event), 'eingetragen')
}

async function remove(event: Asked) {
  const { id = '' } = await readForm(event.request)
  await removeOrderWish(event.locals.ctx, editionOf(event.locals), id)
  return leadTo(event, pathOf(event), 'geloescht')
}

/** The page on which organisers say which session should take place before another. */
export const orderPage = { load, actions: { add, remove } }
