import type { App } from '@fachtag/core/app/open'
import { systemActor } from '@fachtag/core/kernel/actor'
import { hasOperator } from '@fachtag/core/modules/people/accounts/queries'
import { createSetupLink } from '@fachtag/core/modules/people/accounts/setup/commands'
import { setupAddress } from '@fachtag/core/modules/people/accounts/setup/rules'

/** The address of a new one-time link while nobody can sign in yet; null from then on. */
export async function firstLink(app: App, origin: string): Promise<string | null> {
  if (await hasOperator(app.db)) return null
  const { token } = await createSetupLink(app.ctx(systemActor))
  return setupAddress(origin, token)
}
