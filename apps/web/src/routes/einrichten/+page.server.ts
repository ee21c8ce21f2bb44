import { tokenSchema } from '@fachtag/core/modules/people/accounts/schema'
import { useSetupLink } from '@fachtag/core/modules/people/accounts/setup/commands'
import { linkParameter } from '@fachtag/core/modules/people/accounts/setup/rules'
import { fail, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'
import { readForm } from '#lib/server/form.ts'
import { secretAddressHeaders } from '#lib/server/security-headers.ts'
import { keepSignIn, signInFrom } from '#lib/server/sign-in.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(secretAddressHeaders)
  return { token: url.searchParams.get(linkParameter)?.slice(0, 100) ?? '' }
}

export const actions: Actions = {
  default: async (event) => {
    const { ctx, locale } = event.locals
    const input = tokenSchema.safeParse({ token: (await readForm(event.request)).token })
    const { device } = signInFrom(event)
    const outcome = input.success ? await useSetupLink(ctx, { ...input.data, device }) : { kind: 'unknown' as const }
    if (outcome.kind !== 'signed-in') return fail(403, { refused: outcome.kind })
    keepSignIn(event, outcome.signIn)
    redirect(303, address(outcome.isFirst ? '/konto' : '/organisieren', locale))
  },
}
