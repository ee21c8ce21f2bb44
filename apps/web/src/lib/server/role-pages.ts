import type { RoleName } from '@fachtag/core/kernel/actor'
import { listManagedTracks } from '@fachtag/core/modules/editions/places/queries'
import {
  invite,
  resendInvitation,
  withdrawInvitation,
} from '@fachtag/core/modules/people/accounts/invitations/commands'
import { listInvitations } from '@fachtag/core/modules/people/accounts/invitations/queries'
import { invitationInput } from '@fachtag/core/modules/people/accounts/invitations/schema'
import type { Invitation } from '@fachtag/core/modules/people/accounts/invitations/types'
import { withdrawRole } from '@fachtag/core/modules/people/roles/commands'
import type { RoleTarget } from '@fachtag/core/modules/people/roles/policy'
import { listRoleHolders } from '@fachtag/core/modules/people/roles/queries'
import { rolesFor } from '@fachtag/core/modules/people/roles/rules'
import type { RoleHolder } from '@fachtag/core/modules/people/roles/types'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import type { Messages } from '#lib/messages/messages.ts'
import { editionOf } from './admission.ts'
import { type Problems, problemsOf, readForm, type Values } from './form.ts'

export type RolesData = {
  readonly place: 'site' | 'series' | 'edition'
  readonly holders: readonly RoleHolder[]
  readonly invitations: readonly Invitation[]
  readonly roles: readonly RoleName[]
  readonly tracks: readonly { readonly id: string; readonly name: string }[]
  readonly done: keyof Messages['roles']['done'] | null
}
export type RolesReply = { readonly values?: Values; readonly problems?: Problems }

type Asking = Pick<RequestEvent, 'locals' | 'url' | 'request'>

function placeOf({ locals: { scope } }: Asking): RoleTarget {
  if (scope === null) return { seriesId: null, editionId: null }
  return { seriesId: scope.seriesId, editionId: 'editionId' in scope ? scope.editionId : null }
}

function kindOf({ seriesId, editionId }: RoleTarget): RolesData['place'] {
  if (seriesId === null) return 'site'
  return editionId === null ? 'series' : 'edition'
}

const outcomes = ['invited', 'withdrawn', 'kept', 'cancelled', 'too-often'] as const

async function show(event: Asking): Promise<RolesData> {
  const { ctx } = event.locals
  const place = placeOf(event)
  const [holders, invitations, tracks] = await Promise.all([
    listRoleHolders(ctx, place),
    listInvitations(ctx, place),
    place.editionId === null ? [] : listManagedTracks(ctx.db, editionOf(event.locals)),
  ])
  const done = outcomes.find((one) => event.url.searchParams.has(one)) ?? null
  return { place: kindOf(place), holders, invitations, roles: rolesFor(place), tracks, done }
}

/** Back to the same page, which says what was done. */
const report = ({ url }: Asking, done: (typeof outcomes)[number]): never => redirect(303, `${url.pathname}?${done}`)

async function sendInvitation(event: Asking) {
  const { locale, ctx } = event.locals
  const values = await readForm(event.request)
  const { role, address, name = '', trackId = '' } = values
  const confined = role === 'review' && trackId !== '' ? { trackId } : {}
  const named = name.trim() === '' ? {} : { name }
  const input = invitationInput.safeParse({ role, address: address ?? '', locale, ...named, ...confined })
  if (!input.success) return fail(422, { values, problems: problemsOf(input.error) })
  const outcome = await invite(ctx, { ...input.data, ...placeOf(event) })
  const problems: Problems = { address: 'email' }
  return outcome.kind === 'no-address' ? fail(422, { values, problems }) : report(event, outcome.kind)
}

const idIn = async ({ request }: Asking) => (await readForm(request)).id ?? ''

async function withdraw(event: Asking) {
  const outcome = await withdrawRole(event.locals.ctx, placeOf(event), await idIn(event))
  return report(event, outcome.kind)
}

async function resend(event: Asking) {
  const outcome = await resendInvitation(event.locals.ctx, placeOf(event), await idIn(event))
  return report(event, outcome.kind === 'too-often' ? outcome.kind : 'invited')
}

async function cancel(event: Asking) {
  await withdrawInvitation(event.locals.ctx, placeOf(event), await idIn(event))
  return report(event, 'cancelled')
}

/** The `load` and the `actions` of a page on which the roles of the place in its address are given and withdrawn. */
export const rolePage = { load: show, actions: { invite: sendInvitation, withdraw, resend, cancel } }
