import { findTemplate } from '@fachtag/core/modules/messages/mail/templates/queries'
import { seriesOf } from '#lib/server/admission.ts'
import { objectPage } from '#lib/server/forms/object-page.ts'
import { previewText, textObject } from '#lib/server/mail/text-object.ts'
import type { Actions, PageServerLoad } from './$types'

const page = objectPage(textObject)

export const load: PageServerLoad = async (event) => {
  const { placeholders } = await findTemplate(event.locals.ctx, seriesOf(event.locals), event.params.template)
  return { ...(await page.load(event)), placeholders }
}

export const actions: Actions = {
  default: async (event) => (await previewText(event)) ?? page.actions.default(event),
}
