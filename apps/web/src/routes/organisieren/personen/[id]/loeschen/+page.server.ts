import { forgetPerson } from '@fachtag/core/modules/privacy/erasure/commands'
import { fail } from '@sveltejs/kit'
import { leadTo } from '#lib/server/done.ts'
import { readForm } from '#lib/server/form.ts'
import { keepList } from '#lib/server/privacy/erasure.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  personId: params.id,
  outcome: await forgetPerson(ctx, { personId: params.id }, { dryRun: true }),
})

export const actions: Actions = {
  default: async (event) => {
    const { sure } = await readForm(event.request)
    if (sure !== 'yes') return fail(422, { unsure: true })
    const outcome = await forgetPerson(event.locals.ctx, { personId: event.params.id })
    if (outcome.kind !== 'erased') return fail(409, { unsure: false })
    await keepList()
    return leadTo(event, '/organisieren/personen', 'geloescht')
  },
}
