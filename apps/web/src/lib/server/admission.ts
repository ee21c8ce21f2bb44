import type { Actor } from '@fachtag/core/kernel/actor'
import type { EditionScope, SeriesScope } from '@fachtag/core/kernel/scope'
import { findEditionScope, findSeriesScope } from '@fachtag/core/modules/editions/scope/queries'
import type { Context, Permission, Permissions } from '@fachtag/core/platform/context/types'
import { type MemberRoute, memberRoutes } from './member-routes.ts'

export type Scope = null | SeriesScope | EditionScope

/**
 * Whether somebody may have a route. `hidden`: they have nothing to do with the series or edition in the address, and do
 * not learn whether it exists; `denied`: they work there, but not on this.
 */
export type Admission =
  | { readonly kind: 'admitted'; readonly scope: Scope }
  | { readonly kind: 'sign-in' | 'second-factor' | 'hidden' | 'denied' }

type Params = Readonly<Partial<Record<string, string>>>

async function findScope(ctx: Context, { scope }: MemberRoute, { series = '', edition = '' }: Params): Promise<Scope> {
  if (scope === 'site') return null
  return scope === 'series' ? findSeriesScope(ctx.db, series) : findEditionScope(ctx.db, series, edition)
}

function sees(ctx: Context, scope: Scope): boolean {
  if (scope === null) return ctx.may('workplace.enter', null)
  return 'editionId' in scope ? ctx.may('edition.view', scope) : ctx.may('series.view', scope)
}

/** Holds for whom only the second factor is missing before their roles count. */
const lacksFactor = (actor: Actor) => actor.kind === 'account' && !actor.isStrong && actor.grants.length > 0

/** Decides on a route that is not public, for the actor of `ctx`. */
export async function admitMember(ctx: Context, route: string, params: Params): Promise<Admission> {
  if (ctx.actor.kind === 'public') return { kind: 'sign-in' }
  const wanted = Object.hasOwn(memberRoutes, route) ? memberRoutes[route] : undefined
  if (!wanted) return { kind: 'denied' }
  if (wanted.need === 'signed-in') return { kind: 'admitted', scope: null }
  if (lacksFactor(ctx.actor)) return { kind: 'second-factor' }
  const scope = await findScope(ctx, wanted, params)
  if (wanted.scope !== 'site' && (scope === null || !sees(ctx, scope))) return { kind: 'hidden' }
  const may = ctx.may(wanted.need as Permission, scope as Permissions[Permission])
  return may ? { kind: 'admitted', scope } : { kind: 'denied' }
}

/** The edition that the address of an admitted request names. Throws on a route that is not declared with an edition. */
export function editionOf({ scope }: { readonly scope: Scope }): EditionScope {
  if (scope === null || !('editionId' in scope)) throw new Error('the route is not declared with an edition')
  return scope
}

/** The series that the address of an admitted request names. Throws on a route that is declared with neither series nor edition. */
export function seriesOf({ scope }: { readonly scope: Scope }): SeriesScope {
  if (scope === null) throw new Error('the route is not declared with a series')
  return scope
}
