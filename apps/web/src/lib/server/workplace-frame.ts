import { nameScope } from '@fachtag/core/modules/editions/names/queries'
import type { Context, Permission, Permissions } from '@fachtag/core/platform/context/types'
import { type Messages, messages } from '#lib/messages/messages.ts'
import { entries } from '#lib/workplace/entries.ts'
import type { EditionPart, NavigationGroup, NavigationLink, WorkplaceFrame } from '#lib/workplace/types.ts'
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

type Place = { readonly ctx: Context; readonly scope: Scope; readonly params: Params; readonly t: Messages }

function linksOf({ ctx, scope, params, t }: Place, level: Level, part?: EditionPart): NavigationLink[] {
  const target = targetOf(level, scope)
  if (target === undefined) return []
  return entries.flatMap(({ route, label, part: belongsTo }) => {
    if (belongsTo !== part) return []
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
  const place: Place = { ctx, scope, params, t }
  const parts = Object.entries(t.workplace.parts).map(([part, name]) => ({
    name,
    links: linksOf(place, 'edition', part as EditionPart),
  }))
  const levels: readonly (readonly Omit<NavigationGroup, 'isNear'>[])[] = [
    [{ name: names?.edition ?? '', links: linksOf(place, 'edition') }, ...parts],
    [{ name: names?.series ?? '', links: linksOf(place, 'series') }],
    [{ name: t.workplace.everything, links: linksOf(place, 'site') }],
  ]
  const filled = levels.map((groups) => groups.filter(({ links }) => links.length > 0)).filter((all) => all.length > 0)
  const groups = filled.flatMap((all, index) => all.map((group) => ({ ...group, isNear: index === 0 })))
  const trail = [
    { path: '/organisieren', name: t.workplace.title },
    ...(names ? [{ path: `/organisieren/${params.series}`, name: names.series }] : []),
    ...(names?.edition ? [{ path: `/organisieren/${params.series}/${params.edition}`, name: names.edition }] : []),
  ]
  return { trail, groups }
}
