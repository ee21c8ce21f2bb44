import { makeRecoveryCodes } from '@fachtag/core/modules/people/accounts/recovery/commands'
import { ownPath } from '#lib/own-path.ts'
import { leadTo } from '#lib/server/done.ts'
import { readForm } from '#lib/server/form.ts'
import type { Actions, PageServerLoad } from './$types'

/** There is nothing to show but right after the codes were made. */
export const load: PageServerLoad = (event) => {
  if (event.request.method === 'GET') leadTo(event, '/konto/zweiter-faktor')
}

export const actions: Actions = {
  // Answered and not led on: what is shown once must not be kept anywhere in between.
  default: async (event) => {
    const { weiter } = await readForm(event.request)
    return { codes: await makeRecoveryCodes(event.locals.ctx), next: ownPath(weiter) ?? '' }
  },
}
