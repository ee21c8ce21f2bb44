import type { App } from '@fachtag/core/app/open'
import type { EditionScope } from '@fachtag/core/kernel/scope'
import { newToken } from '@fachtag/core/kernel/tokens'
import { countBookmarksOf } from '@fachtag/core/modules/programme/bookmarks/commands'
import { listBookmarks } from '@fachtag/core/modules/programme/bookmarks/queries'

/** How many made-up visitors have marked which sessions of the rehearsal together. Some want to be in two places at once. */
const marked: readonly (readonly [count: number, ...slugs: readonly string[]])[] = [
  [21, 'akte-ohne-papier', 'kleine-gemeinde', 'noch-ohne-vortragende', 'podium'],
  [14, 'akte-ohne-papier', 'kleine-gemeinde', 'podium'],
  [11, 'nachts-um-drei', 'notfallhandbuch', 'podium'],
  [9, 'nachts-um-drei', 'notfallhandbuch'],
  [6, 'akte-ohne-papier', 'notfallhandbuch', 'podium'],
  [4, 'akte-ohne-papier', 'nachts-um-drei'],
  [3, 'kleine-gemeinde', 'notfallhandbuch'],
]

/** Lets made-up visitors mark sessions of the rehearsal, so that its planning has wishes to weigh; not again where anybody has. */
export async function markSessions(app: App, scope: EditionScope): Promise<void> {
  if ((await listBookmarks(app.db, scope)).length > 0) return
  const visitor = app.ctx({ kind: 'public' })
  for (const [count, ...slugs] of marked)
    for (let n = 0; n < count; n++) await countBookmarksOf(visitor, scope.editionId, { token: newToken(), slugs })
}
