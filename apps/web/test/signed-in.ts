import type { App } from '@fachtag/core/app/open'
import { publicActor, type RoleName, systemActor } from '@fachtag/core/kernel/actor'
import { openAccount } from '@fachtag/core/modules/people/accounts/commands'
import { signInLinkFor, useSetupLink } from '@fachtag/core/modules/people/accounts/setup/commands'
import { grantRole } from '@fachtag/core/modules/people/roles/commands'
import type { RoleTarget } from '@fachtag/core/modules/people/roles/policy'

type Owner = {
  readonly name: string
  readonly personId?: string
  readonly grants?: readonly (RoleTarget & { readonly role: RoleName })[]
}

/** The cookie of somebody who has just signed in with a second factor and has these roles. */
export async function signedIn(app: App, { name, personId, grants = [] }: Owner): Promise<string> {
  const system = app.ctx(systemActor)
  const address = `${name.replaceAll(' ', '-')}@fachtag.example`
  const accountId = await openAccount(system, { personId, name, address })
  for (const grant of grants) await grantRole(system, { accountId, ...grant })
  const { token } = await signInLinkFor(system, accountId)
  const device = { browser: 'firefox', system: 'linux' } as const
  const outcome = await useSetupLink(app.ctx(publicActor), { token, device })
  if (outcome.kind !== 'signed-in') throw new Error(outcome.kind)
  return `fachtag_anmeldung=${outcome.signIn.token}`
}
