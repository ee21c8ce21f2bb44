import { tokenSchema } from '@fachtag/core/modules/people/accounts/schema'
import { linkParameter } from '@fachtag/core/modules/people/accounts/setup/rules'
import { confirmErasure } from '@fachtag/core/modules/privacy/erasure/requests/commands'
import { fail } from '@sveltejs/kit'
import { readForm } from '#lib/server/form.ts'
import { sayGoodbye } from '#lib/server/privacy/erasure.ts'
import { secretAddressHeaders } from '#lib/server/security-headers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders(secretAddressHeaders)
  return { token: tokenSchema.safeParse({ token: url.searchParams.get(linkParameter) }).data?.token ?? '' }
}

export const actions: Actions = {
  default: async (event) => {
    const input = tokenSchema.safeParse({ token: (await readForm(event.request)).token })
    if (!input.success) return fail(403, { outcome: 'unknown' as const })
    return sayGoodbye(event, await confirmErasure(event.locals.ctx, input.data))
  },
}
