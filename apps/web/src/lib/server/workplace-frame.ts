import { nameScope } from '@fachtag/core/modules/editions/names/queries'
import type { Context, Permission, Permissions } from '@fachtag/core/platform/context/types'
import { type Messages, messages } from '#lib/messages/messages.ts'
import { entries } from '#lib/workplace/entries.ts'
import type { NavigationLink, WorkplaceFrame } from '#lib/workplace/types.ts'
import type { Scope } from './admission.ts'
import { type MemberRoute, memberRoutes } from './member-routes.ts'

type Params = Readonly<Partial<Record<string, string>>>
type Level = MemberRoute['scope']

const fill = (route: string, params: Params) => route.replace(/\[(series|edition)\]/g, (_, name) => params[name] ?? '')

/** What a permission of this level is asked about on a page of `scope`; undefined where the page lies above that level. */
function targetOf(level: Level, scope: Scope): Scope | undefined {
  if (level === 'site') return null
  if (scope === null) return undefined
  if (level === 'edition') return 'editionId' in scope ? scope : undefined
  return { seriesId: scope.seriesId }
}

function linksOf(ctx: Context, level: Level, scope: Scope, params: Params, t: Messages): NavigationLink[] {
  const target = targetOf(level, scope)
  if (target === undefined) return []
  return entries.flatMap(({ route, label }) => {
    const member = Object.hasOwn(memberRoutes, route) ? memberRoutes[route] : undefined
    if (member?.scope !== level) return []
    const may = member.need === 'signed-in' || ctx.may(member.need as Permission, target as Permissions[Permission])
    return may ? [{ path: fill(route, params), name: t.workplace.entries[label] }] : []
  })
}

/** The navigation of a page of the workplace: what the asker may do in its edition, in its series, and beyond. */
export async function frameWorkplace({ ctx, scope, locale }: App.Locals, params: Params): Promise<WorkplaceFrame> {
  const t = messages(locale)
  const names = scope && (await nameScope(ctx.db, scope))
  const groups = [
    { name: names?.edition ?? '', links: linksOf(ctx, 'edition', scope, params, t) },
    { name: names?.series ?? '', links: linksOf(ctx, 'series', scope, params, t) },
    { name: t.workplace.everything, links: linksOf(ctx, 'site', scope, params, t) },
  ]
  const trail = [
    { path: '/organisieren', name: t.workplace.title },
    ...(names ? [{ path: `/organisieren/${params.series}`, name: names.series }] : []),
    ...(names?.edition ? [{ path: `/organisieren/${params.series}/${params.edition}`, name: names.edition }] : []),
  ]
  return { trail, groups: groups.filter(({ links }) => links.length > 0) }
}
