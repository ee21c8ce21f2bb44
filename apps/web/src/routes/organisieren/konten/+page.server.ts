import {
  disableAccount,
  enableAccount,
  endSignInsOf,
  resetFactors,
} from '@fachtag/core/modules/people/accounts/directory/commands'
import { accountsPerPage, listAccounts } from '@fachtag/core/modules/people/accounts/directory/queries'
import { fail } from '@sveltejs/kit'
import { pageOf } from '#lib/paging.ts'
import { done, leadTo } from '#lib/server/done.ts'
import { readForm } from '#lib/server/form.ts'
import type { Actions, PageServerLoad } from './$types'

const path = '/organisieren/konten'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const search = event.url.searchParams.get('q')?.trim().slice(0, 100) ?? ''
  const { page, offset } = pageOf(event.url.searchParams.get('seite'), accountsPerPage)
  const { accounts, total } = await listAccounts(ctx, { search, offset })
  const self = ctx.actor.kind === 'account' ? ctx.actor.accountId : null
  return { accounts, search, page, pages: Math.ceil(total / accountsPerPage), self, done: done(event) }
}

export const actions: Actions = {
  disable: async (event) => {
    const { id: accountId = '' } = await readForm(event.request)
    const outcome = await disableAccount(event.locals.ctx, { accountId })
    if (outcome.kind === 'kept') return fail(409, { refused: 'bleibt' as const })
    leadTo(event, path, 'gesperrt')
  },
  enable: async (event) => {
    await enableAccount(event.locals.ctx, { accountId: (await readForm(event.request)).id ?? '' })
    leadTo(event, path, 'entsperrt')
  },
  end: async (event) => {
    await endSignInsOf(event.locals.ctx, { accountId: (await readForm(event.request)).id ?? '' })
    leadTo(event, path, 'beendet')
  },
  reset: async (event) => {
    const { ctx, locale } = event.locals
    await resetFactors(ctx, { accountId: (await readForm(event.request)).id ?? '', locale })
    leadTo(event, path, 'zurueckgesetzt')
  },
}
