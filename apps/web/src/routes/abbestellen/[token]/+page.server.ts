import { resubscribe, unsubscribe } from '@fachtag/core/modules/messages/mail/subscriptions/commands'
import { findSubscription } from '@fachtag/core/modules/messages/mail/subscriptions/queries'
import { subscriptionInput } from '@fachtag/core/modules/messages/mail/subscriptions/schema'
import { readForm } from '#lib/server/form.ts'
import { found } from '#lib/server/found.ts'
import type { Actions, PageServerLoad } from './$types'

const inputOf = (params: { token: string }) => found(subscriptionInput.safeParse(params).data)

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  subscription: found(await findSubscription(ctx.db, inputOf(params).token)),
})

export const actions: Actions = {
  // Answered in place: a mail program that unsubscribes for its reader (RFC 8058) follows no redirect.
  default: async ({ request, locals: { ctx }, params }) => {
    const wishes = await readForm(request)
    await (wishes._do === 'stay' ? resubscribe : unsubscribe)(ctx, inputOf(params))
  },
}
