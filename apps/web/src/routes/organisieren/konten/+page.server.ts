import * as directory from '@fachtag/core/modules/people/accounts/directory/commands'
import { accountsPerPage, listAccounts } from '@fachtag/core/modules/people/accounts/directory/queries'
import { fail, type RequestEvent } from '@sveltejs/kit'
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

const accountIn = async ({ request }: RequestEvent) => ({ accountId: (await readForm(request)).id ?? '' })

export const actions: Actions = {
  disable: async (event) => {
    const outcome = await directory.disableAccount(event.locals.ctx, await accountIn(event))
    return outcome.kind === 'kept' ? fail(409, { refused: 'bleibt' as const }) : leadTo(event, path, 'gesperrt')
  },
  enable: async (event) => {
    await directory.enableAccount(event.locals.ctx, await accountIn(event))
    leadTo(event, path, 'entsperrt')
  },
  end: async (event) => {
    await directory.endSignInsOf(event.locals.ctx, await accountIn(event))
    leadTo(event, path, 'beendet')
  },
  reset: async (event) => {
    await directory.resetFactors(event.locals.ctx, { ...(await accountIn(event)), locale: event.locals.locale })
    leadTo(event, path, 'zurueckgesetzt')
  },
}
