import { impactParts } from '@fachtag/core/app/impact-parts'
import type { EditionScope } from '@fachtag/core/kernel/scope'
import { countImpact } from '@fachtag/core/modules/programme/impact/counting/queries'
import { previewNotices } from '@fachtag/core/modules/programme/notices/queries'
import type { Difference } from '@fachtag/core/modules/programme/release/difference/types'
import type { Context } from '@fachtag/core/platform/context/types'
import { showDifference } from '#lib/releases/shown-day.ts'
import { Unsent } from '#lib/unsent.ts'

/** What a page shows before something is published: what changes, on the grid too, for whom, and who is told. */
export async function previewDifference(
  ctx: Context,
  scope: EditionScope,
  difference: Difference,
  query: URLSearchParams,
  { isFirst = false } = {},
) {
  const { before, after, impact, report, stamp, isUnchanged } = difference
  const roomNames = new Map([...before.rooms, ...after.rooms].map((room) => [room.id, room.name]))
  const [counts, { notices, unreached }] = await Promise.all([
    countImpact(ctx.db, impactParts, scope, impact.sessionIds),
    previewNotices(ctx, scope, impact),
  ])
  return {
    stamp,
    isUnchanged,
    report: new Unsent(report),
    // Where everything is new, the grid of the difference is the programme, framed throughout.
    shown: isFirst ? null : showDifference(difference, query),
    impact: {
      people: impact.people.map(({ name }) => name),
      rooms: impact.roomIds.map((id) => roomNames.get(id) ?? '').filter(Boolean),
      sessionCount: impact.sessionIds.length,
      counts,
    },
    mails: new Unsent({ notices, unreached }),
  }
}

export type ShownPreview = Awaited<ReturnType<typeof previewDifference>>
