import { permissions } from '../packages/core/src/app/permissions.ts'
import type { Actor } from '../packages/core/src/kernel/actor.ts'
import { markdownTable, referencePage } from './markdown-table.ts'

const actors: Record<Actor['kind'], Actor> = {
  public: { kind: 'public' },
  organiser: { kind: 'organiser', accountId: 'acc_any' },
  system: { kind: 'system' },
}

/** The page on who may do what: the permission table, asked for every kind of actor. */
export function permissionsPage(): string {
  const rows = Object.entries(permissions)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, allows]) => [`\`${name}\``, ...Object.values(actors).map((actor) => (allows(actor) ? 'yes' : ''))])
  const table = markdownTable(['permission', ...Object.keys(actors)], rows)
  const words = '`system` is the command line and the jobs. What is not in the table is nobody’s.'
  return referencePage('Permissions', 'packages/core/src/app/permissions.ts', `${table}\n\n${words}`)
}
