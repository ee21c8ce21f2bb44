import type { EditionScope } from '@fachtag/core/kernel/scope'
import { listDraftSessions } from '@fachtag/core/modules/programme/draft/list/queries'
import { findVariant } from '@fachtag/core/modules/programme/variants/queries'
import type { Context, Permission, Permissions } from '@fachtag/core/platform/context/types'
import { memberRoutes } from '../member-routes.ts'

/** More than any programme has; what lies beyond is found in the list of sessions. */
const most = 2_000

/** Pages beside the editor: the last part of their address → their route. */
const beside = {
  planen: '/planen',
  zeitraster: '/zeitraster',
  varianten: '/varianten',
  beitraege: '/beitraege',
  veroeffentlichen: '/veroeffentlichen',
  ersatz: '/ersatz',
  beitrag: '/beitraege/[id]',
} as const

function mayHave(ctx: Context, scope: EditionScope, path: string): boolean {
  const route = memberRoutes[`/organisieren/[series]/[edition]${path}`]
  return route !== undefined && ctx.may(route.need as Permission, scope as Permissions[Permission])
}

type Asked = { readonly edition: string; readonly variant: string | null }

/** The editor's page: the programme as a table, for those who have no JavaScript, and what the editor has to know to begin. */
export async function readProgrammeTable(ctx: Context, scope: EditionScope, { edition, variant }: Asked) {
  const list = await listDraftSessions(ctx, scope, { offset: 0, size: most })
  if (variant !== null) await findVariant(ctx.db, scope, variant)
  const links = Object.fromEntries(
    Object.entries(beside).map(([name, path]) => [name, mayHave(ctx, scope, path)] as const),
  )
  return { sessions: list.sessions, edition, variant, links }
}
