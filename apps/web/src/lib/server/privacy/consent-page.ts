import { askForConsents } from '@fachtag/core/modules/programme/consents/asking/commands'
import { noteConsent } from '@fachtag/core/modules/programme/consents/commands'
import { listSpeakerConsents } from '@fachtag/core/modules/programme/consents/queries'
import { notedConsentInput } from '@fachtag/core/modules/programme/consents/schema'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { editionOf } from '#lib/server/admission.ts'
import { problemsOf, readForm } from '#lib/server/form.ts'

type Asking = Pick<RequestEvent, 'locals' | 'url' | 'request'>

const counts = /^(\d{1,5})-(\d{1,5})$/

/** How many were asked and how many could not be, as the address says after asking. */
function askedIn(url: URL): { readonly asked: number; readonly withoutAddress: number } | null {
  const found = counts.exec(url.searchParams.get('gefragt') ?? '')
  return found ? { asked: Number(found[1]), withoutAddress: Number(found[2]) } : null
}

async function load({ locals, url }: Asking) {
  const speakers = await listSpeakerConsents(locals.ctx, editionOf(locals))
  return { speakers, asked: askedIn(url), isNoted: url.searchParams.has('notiert') }
}

async function ask({ locals, url }: Asking): Promise<never> {
  const { asked, withoutAddress } = await askForConsents(locals.ctx, editionOf(locals))
  redirect(303, `${url.pathname}?gefragt=${asked}-${withoutAddress.length}`)
}

async function note({ locals, url, request }: Asking) {
  const values = await readForm(request)
  const { personId = '', kind, answer, reason = '' } = values
  const input = notedConsentInput.safeParse({ personId, kind, isGiven: answer === 'yes', reason })
  if (!input.success) return fail(422, { values, problems: problemsOf(input.error) })
  await noteConsent(locals.ctx, editionOf(locals), input.data)
  redirect(303, `${url.pathname}?notiert`)
}

/** The page on which those who organise an edition see its consents, ask for them and note them. */
export const consentPage = { load, actions: { ask, note } }
