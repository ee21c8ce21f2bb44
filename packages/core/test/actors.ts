import type { AccountActor, Grant, RoleName } from '../src/kernel/actor.ts'

type Place = Partial<Omit<Grant, 'role'>>

/** Somebody who has signed in with a second factor and has these grants. */
export function accountWith(
  grants: readonly (Partial<Grant> & { readonly role: RoleName })[],
  accountId = 'acc_1',
): AccountActor {
  const nowhere = { seriesId: null, editionId: null, trackId: null }
  const full = grants.map((grant) => ({ ...nowhere, ...grant }))
  return { kind: 'account', accountId, personId: null, isStrong: true, grants: full, appearances: [] }
}

/** Somebody with one role in one place; without a place, everywhere. */
export const withRole = (role: RoleName, place: Place = {}): AccountActor => accountWith([{ role, ...place }])
