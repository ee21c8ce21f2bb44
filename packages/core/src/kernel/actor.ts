/**
 * Who acts. `system` is the command line and the jobs, on the machine itself; `public` is anybody;
 * an `organiser` has signed in with a link that only the operator could have handed out.
 */
export type Actor =
  | { readonly kind: 'public' }
  | { readonly kind: 'organiser'; readonly accountId: string }
  | { readonly kind: 'system' }

export const publicActor: Actor = { kind: 'public' }
export const systemActor: Actor = { kind: 'system' }

/** A named condition on who acts. Policies are composed of these. */
export type Predicate = (actor: Actor) => boolean

export const isSystem: Predicate = (actor) => actor.kind === 'system'
export const isOrganiser: Predicate = (actor) => actor.kind === 'organiser'

/** Holds when one of `predicates` holds. */
export function anyOf(...predicates: readonly Predicate[]): Predicate {
  return (actor) => predicates.some((predicate) => predicate(actor))
}
