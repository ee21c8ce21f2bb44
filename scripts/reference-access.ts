import { memberRoutes } from '../apps/web/src/lib/server/member-routes.ts'
import { permissions } from '../packages/core/src/app/permissions.ts'
import { markdownTable, referencePage } from './markdown-table.ts'
import { actors, place } from './reference-permissions.ts'

const targets = { site: null, series: { seriesId: place.seriesId }, edition: place } as const

/** Who of those who have signed in may have which address: one row per route, one column per role. */
export function accessPage(): string {
  const members = Object.entries(actors).filter(([name]) => name !== 'public' && name !== 'system')
  const rows = Object.entries(memberRoutes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([route, { scope, need }]) => [
      `\`${route}\``,
      need === 'signed-in' ? '' : `\`${need}\``,
      ...members.map(([, actor]) => (need === 'signed-in' || permissions[need](actor, targets[scope]) ? 'yes' : '')),
    ])
  const words =
    'In the series and the edition in which the role was given, with a second factor; everywhere else these addresses answer as if there were no such series or edition. What is not listed here is public (`public-routes.ts`) or nobody’s. A test asks the running site for every cell.'
  const table = markdownTable(['address', 'needs', ...members.map(([name]) => name)], rows)
  return referencePage('Access', 'apps/web/src/lib/server/member-routes.ts', `${table}\n\n${words}`)
}
