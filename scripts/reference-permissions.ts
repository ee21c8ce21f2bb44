import { permissions } from '../packages/core/src/app/permissions.ts'
import { type Actor, type Grant, roleNames } from '../packages/core/src/kernel/actor.ts'
import { markdownTable, referencePage } from './markdown-table.ts'

export const place = { seriesId: 'srs_any', editionId: 'edi_any', sessionId: 'ses_any' }

function account(grants: readonly Grant[], role?: 'speaker' | 'moderator'): Actor {
  const appearances = role ? [{ role, ...place }] : []
  return { kind: 'account', accountId: 'acc_any', personId: null, isStrong: true, grants, appearances }
}

/** One of each who can act, with their role in the place that the permission is asked about. */
export const actors: Readonly<Record<string, Actor>> = {
  public: { kind: 'public' },
  'signed in': account([]),
  speaker: account([], 'speaker'),
  moderator: account([], 'moderator'),
  ...Object.fromEntries(
    roleNames.map((role) => {
      const seriesId = role === 'operator' ? null : place.seriesId
      const editionId = seriesId === null || role === 'series-organiser' ? null : place.editionId
      return [role, account([{ role, seriesId, editionId, trackId: null }])]
    }),
  ),
  system: { kind: 'system' },
}

/** The page on who may do what: the permission table, asked for every role. */
export function permissionsPage(): string {
  const rows = Object.entries(permissions)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, allows]) => [
      `\`${name}\``,
      ...Object.values(actors).map((actor) => (allows(actor, place) ? 'yes' : '')),
    ])
  const table = markdownTable(['permission', ...Object.keys(actors)], rows)
  const words =
    'In the place where the role was given, with a second factor. `system` is the command line and the jobs. What is not in the table is nobody’s.'
  return referencePage('Permissions', 'packages/core/src/app/permissions.ts', `${table}\n\n${words}`)
}
