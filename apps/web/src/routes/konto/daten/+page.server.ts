import { forgetMyself } from '@fachtag/core/modules/privacy/erasure/commands'
import { requestErasure } from '@fachtag/core/modules/privacy/erasure/requests/commands'
import { fail } from '@sveltejs/kit'
import { done, leadTo } from '#lib/server/done.ts'
import { readForm } from '#lib/server/form.ts'
import { sayGoodbye } from '#lib/server/privacy/erasure.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  const { actor } = event.locals.ctx
  return { isStrong: actor.kind === 'account' && actor.isStrong, done: done(event) }
}

export const actions: Actions = {
  erase: async (event) => {
    const { sure } = await readForm(event.request)
    if (sure !== 'yes') return fail(422, { outcome: 'unsure' as const })
    return sayGoodbye(event, await forgetMyself(event.locals.ctx))
  },
  ask: async (event) => {
    const outcome = await requestErasure(event.locals.ctx, event.locals.locale)
    if (outcome.kind === 'no-address') return fail(409, { outcome: outcome.kind })
    return leadTo(event, '/konto/daten', 'gesendet')
  },
}
