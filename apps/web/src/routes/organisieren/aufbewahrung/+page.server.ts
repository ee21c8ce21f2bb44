import { settleMention } from '@fachtag/core/modules/privacy/erasure/mentions/commands'
import { listMentions } from '@fachtag/core/modules/privacy/erasure/mentions/queries'
import { setRetentionPeriod } from '@fachtag/core/modules/privacy/retention/commands'
import { listRetention } from '@fachtag/core/modules/privacy/retention/queries'
import { retentionInput } from '@fachtag/core/modules/privacy/retention/schema'
import { fail } from '@sveltejs/kit'
import { done, leadTo } from '#lib/server/done.ts'
import { readForm } from '#lib/server/form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const [kinds, mentions] = await Promise.all([listRetention(ctx), listMentions(ctx)])
  return { kinds, mentions, done: done(event) }
}

export const actions: Actions = {
  period: async (event) => {
    const values = await readForm(event.request)
    const input = retentionInput.safeParse(values)
    if (!input.success || !(await setRetentionPeriod(event.locals.ctx, input.data))) return fail(422, { values })
    return leadTo(event, '/organisieren/aufbewahrung', 'frist')
  },
  settle: async (event) => {
    await settleMention(event.locals.ctx, (await readForm(event.request)).id ?? '')
    return leadTo(event, '/organisieren/aufbewahrung', 'erledigt')
  },
}
