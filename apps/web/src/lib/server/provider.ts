import { runtime } from '@fachtag/core/app/runtime'
import type { Settings } from '@fachtag/core/platform/config/settings'
import { type IdentityProvider, openProvider } from '@fachtag/core/platform/oidc/provider'
import type { MappedRole } from '@fachtag/core/platform/oidc/role-mapping'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { address } from '#lib/addresses.ts'

export type Provider = IdentityProvider & { readonly name: string; readonly mapping: readonly MappedRole[] }

const opened = new WeakMap<Settings, Provider>()

function open(settings: Settings): Provider | null {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcClientSecret: clientSecret } = settings
  if (!issuer || !clientId) return null
  const provider = openProvider({ issuer, clientId, clientSecret, roleClaim: settings.oidcRoleClaim })
  return { ...provider, name: settings.oidcName ?? new URL(issuer).hostname, mapping: settings.oidcRoles ?? [] }
}

/** Who signs people in for this installation besides ourselves; null when the settings name nobody. */
export function findProvider(): Provider | null {
  const { settings } = runtime()
  const known = settings && opened.get(settings)
  if (known || !settings) return known ?? null
  const provider = open(settings)
  if (provider) opened.set(settings, provider)
  return provider
}

const parameter = 'abgelehnt'

/** Where the provider sends browsers back to, to be registered there behind the address of the site. */
export const callbackPath = '/anmelden/anbieter/zurueck'

const refusals = ['provider', 'unreachable', 'disabled'] as const
export type Refusal = (typeof refusals)[number]

/** Why the provider's way did not work, as `refuse` has written it into the address; undefined for anything else there. */
export function refusalIn(url: URL): Refusal | undefined {
  return refusals.find((one) => one === url.searchParams.get(parameter))
}

/** Back to the page to sign in, which says why this way did not work. */
export function refuse({ locals }: Pick<RequestEvent, 'locals'>, why: Refusal): never {
  redirect(303, address(`/anmelden?${parameter}=${why}`, locals.locale))
}
