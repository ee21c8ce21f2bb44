import { removeFactor } from '@fachtag/core/modules/people/accounts/factors/commands'
import { findOwnFactors } from '@fachtag/core/modules/people/accounts/factors/queries'
import { beginApp, confirmApp } from '@fachtag/core/modules/people/accounts/totp/commands'
import { findPendingApp } from '@fachtag/core/modules/people/accounts/totp/queries'
import { qrSvg } from '@fachtag/core/platform/qr/svg'
import { fail } from '@sveltejs/kit'
import { messages } from '#lib/messages/messages.ts'
import { ownPath } from '#lib/own-path.ts'
import { leadTo } from '#lib/server/done.ts'
import { askForStrength, goOn } from '#lib/server/factors.ts'
import { readForm } from '#lib/server/form.ts'
import { readToken } from '#lib/server/sign-in.ts'
import { siteOf } from '#lib/server/site.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx, locale } = event.locals
  const factors = await findOwnFactors(ctx)
  askForStrength(event, factors, '/konto/app')
  const pending = await findPendingApp(ctx, (await siteOf(event)).name)
  return {
    hasApp: factors.hasApp,
    key: pending?.key ?? null,
    picture: pending && qrSvg(pending.uri, messages(locale).account.factor.qr),
    next: ownPath(event.url.searchParams.get('weiter')) ?? '',
  }
}

export const actions: Actions = {
  begin: async (event) => {
    await beginApp(event.locals.ctx)
    const next = ownPath((await readForm(event.request)).weiter) ?? ''
    leadTo(event, `/konto/app?weiter=${encodeURIComponent(next)}`)
  },
  confirm: async (event) => {
    const { code = '', weiter } = await readForm(event.request)
    const outcome = await confirmApp(event.locals.ctx, { code, token: readToken(event) ?? '' })
    if (outcome.kind === 'given') return goOn(event, outcome.signIn, weiter, '/konto/zweiter-faktor')
    return fail(outcome.kind === 'wrong' ? 422 : 429, { refused: outcome })
  },
  remove: async (event) => {
    const outcome = await removeFactor(event.locals.ctx, { kind: 'app' })
    if (outcome.kind === 'kept') return fail(409, { refused: outcome })
    leadTo(event, '/konto/zweiter-faktor', 'entfernt')
  },
}
