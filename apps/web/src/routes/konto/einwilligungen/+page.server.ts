import { decideOwnConsents } from '@fachtag/core/modules/programme/consents/commands'
import { listOwnConsents, listOwnHistory } from '@fachtag/core/modules/programme/consents/queries'
import { consentWordings, currentWording } from '@fachtag/core/modules/programme/consents/rules'
import { ownConsentsInput } from '@fachtag/core/modules/programme/consents/schema'
import { done, leadTo } from '#lib/server/done.ts'
import { readForm } from '#lib/server/form.ts'
import { decisionsIn } from '#lib/server/privacy/consents.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const [editions, history] = await Promise.all([listOwnConsents(ctx), listOwnHistory(ctx)])
  return { editions, history, wordings: consentWordings[currentWording], done: done(event) }
}

export const actions: Actions = {
  default: async (event) => {
    const values = await readForm(event.request)
    const input = ownConsentsInput.parse({ editionId: values.editionId ?? '', decisions: decisionsIn(values) })
    await decideOwnConsents(event.locals.ctx, input)
    leadTo(event, '/konto/einwilligungen', 'gespeichert')
  },
}
