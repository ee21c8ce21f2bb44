import { useSetupLink } from '@fachtag/core/modules/people/accounts/commands'
import { setupLinkParameter } from '@fachtag/core/modules/people/accounts/rules'
import { tokenSchema } from '@fachtag/core/modules/people/accounts/schema'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { readForm } from '#lib/server/form.ts'
import { keepSignIn } from '#lib/server/sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({
  token: url.searchParams.get(setupLinkParameter)?.slice(0, 100) ?? '',
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx, locale }, cookies, url }) => {
    const input = tokenSchema.safeParse({ token: (await readForm(request)).token })
    const outcome = input.success ? await useSetupLink(ctx, input.data) : { kind: 'unknown' as const }
    if (outcome.kind !== 'signed-in') return fail(403, { refused: outcome.kind })
    keepSignIn(cookies, url, outcome.signIn)
    redirect(303, address('/organisieren', locale))
  },
}
