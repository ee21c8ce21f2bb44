import { findOwnFactors } from '@fachtag/core/modules/people/accounts/factors/queries'
import { saveProfile } from '@fachtag/core/modules/people/accounts/profile/commands'
import { findOwnAccount } from '@fachtag/core/modules/people/accounts/profile/queries'
import { profileInput } from '@fachtag/core/modules/people/accounts/profile/schema'
import { signOut } from '@fachtag/core/modules/people/accounts/sign-ins/commands'
import { listOwnSignIns } from '@fachtag/core/modules/people/accounts/sign-ins/queries'
import { fail } from '@sveltejs/kit'
import { done, leadTo } from '#lib/server/done.ts'
import { problemsOf, readForm } from '#lib/server/form.ts'
import { findProvider } from '#lib/server/provider.ts'
import { forgetSignIn, readToken } from '#lib/server/sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const [account, factors, signIns] = await Promise.all([
    findOwnAccount(ctx),
    findOwnFactors(ctx),
    listOwnSignIns(ctx, readToken(event) ?? ''),
  ])
  const isStrong = ctx.actor.kind === 'account' && ctx.actor.isStrong
  return { account, factors, signIns, isStrong, done: done(event), provider: findProvider()?.name ?? null }
}

export const actions: Actions = {
  name: async (event) => {
    const { name = '' } = await readForm(event.request)
    const input = profileInput.safeParse({ name })
    if (!input.success) return fail(422, { name, problems: problemsOf(input.error) })
    await saveProfile(event.locals.ctx, input.data)
    leadTo(event, '/konto', 'name')
  },
  signOut: async (event) => {
    await signOut(event.locals.ctx, { token: readToken(event) ?? '' })
    forgetSignIn(event)
    leadTo(event, '/')
  },
}
