/** The roles that somebody is given. Speakers and moderators are not on this list: they are who appears at a session. */
export const roleNames = [
  'operator',
  'series-organiser',
  'programme',
  'review',
  'registration-desk',
  'finance',
  'helper',
  'editor',
] as const
export type RoleName = (typeof roleNames)[number]

/** A role, and what it is confined to: a series, one of its editions, a track of that. Null: not confined in that respect. */
export type Grant = {
  readonly role: RoleName
  readonly seriesId: string | null
  readonly editionId: string | null
  readonly trackId: string | null
}

export type AppearanceRole = 'speaker' | 'moderator' | 'panelist' | 'host'

/** What an account's person does at a session. */
export type OwnAppearance = {
  readonly role: AppearanceRole
  readonly sessionId: string
  readonly editionId: string
  readonly seriesId: string
}

/** Somebody who has signed in. `isStrong`: with a second factor, without which grants do not count. */
export type AccountActor = {
  readonly kind: 'account'
  readonly accountId: string
  readonly personId: string | null
  readonly isStrong: boolean
  readonly grants: readonly Grant[]
  readonly appearances: readonly OwnAppearance[]
}

/** Who acts. `system` is the command line and the jobs, on the machine itself; `public` is anybody. */
export type Actor = { readonly kind: 'public' } | AccountActor | { readonly kind: 'system' }

export const publicActor: Actor = { kind: 'public' }
export const systemActor: Actor = { kind: 'system' }

/** What a permission is asked about; null is the whole site. */
export type Target = {
  readonly seriesId?: string | null
  readonly editionId?: string | null
  readonly trackId?: string | null
  readonly sessionId?: string
  readonly accountId?: string
  /** Of what all series share (a person, an organisation, a topic): the series that it belongs to. */
  readonly seriesIds?: readonly string[]
} | null

/** A named condition on who acts on what. Policies are composed of these. */
export type Predicate = (actor: Actor, target: Target) => boolean

export const anybody: Predicate = () => true
export const isSystem: Predicate = (actor) => actor.kind === 'system'
export const isSignedIn: Predicate = (actor) => actor.kind === 'account'

function isWithin(grant: Grant, target: Target): boolean {
  if (grant.trackId !== null) return target?.trackId === grant.trackId
  if (grant.editionId !== null) return target?.editionId === grant.editionId
  return grant.seriesId === null || target?.seriesId === grant.seriesId
}

/** Holds for whom one of `roles` was given for something that the target is or belongs to. */
export function hasRole(...roles: readonly RoleName[]): Predicate {
  return (actor, target) =>
    actor.kind === 'account' &&
    actor.isStrong &&
    actor.grants.some((grant) => roles.includes(grant.role) && isWithin(grant, target))
}

/** Holds for whom one of `roles` was given for anything at all. */
export function hasRoleSomewhere(...roles: readonly RoleName[]): Predicate {
  return (actor) =>
    actor.kind === 'account' && actor.isStrong && actor.grants.some((grant) => roles.includes(grant.role))
}

/** Holds for whom one of `roles` was given in a series that the target belongs to, for all of it or for a part. */
export function hasRoleInOneOf(...roles: readonly RoleName[]): Predicate {
  return (actor, target) =>
    actor.kind === 'account' &&
    actor.isStrong &&
    actor.grants.some(
      (grant) =>
        roles.includes(grant.role) && grant.seriesId !== null && (target?.seriesIds ?? []).includes(grant.seriesId),
    )
}

/** Holds for whom one of `roles` was given for the target or for a part of it: an edition of the series, a track of the edition. */
export function hasRoleWithin(...roles: readonly RoleName[]): Predicate {
  return (actor, target) =>
    actor.kind === 'account' &&
    actor.isStrong &&
    actor.grants.some((grant) => {
      if (!roles.includes(grant.role)) return false
      if (isWithin(grant, target)) return true
      if (target?.editionId) return grant.trackId !== null && grant.editionId === target.editionId
      return target?.seriesId !== undefined && grant.seriesId === target?.seriesId
    })
}

/** Holds for whom the session that is the target is their own, in one of `roles`. */
export function actsAt(...roles: readonly AppearanceRole[]): Predicate {
  return (actor, target) =>
    actor.kind === 'account' &&
    target?.sessionId !== undefined &&
    actor.appearances.some((own) => own.sessionId === target.sessionId && roles.includes(own.role))
}

/** Holds for the owner of the account that is the target. */
export const ownsAccount: Predicate = (actor, target) =>
  actor.kind === 'account' && actor.accountId === target?.accountId

/** Holds when one of `predicates` holds. */
export function anyOf(...predicates: readonly Predicate[]): Predicate {
  return (actor, target) => predicates.some((predicate) => predicate(actor, target))
}

/** The machine itself, who runs the installation, and who organises the series that the target belongs to. */
export const organises = anyOf(isSystem, hasRole('operator', 'series-organiser'))
