import { findEdition } from '@fachtag/core/modules/editions/queries'
import type { EditionDetail } from '@fachtag/core/modules/editions/types'
import { findProgrammeOverview } from '@fachtag/core/modules/programme/overview/queries'
import type { ProgrammeOverview } from '@fachtag/core/modules/programme/overview/types'
import { listSessions } from '@fachtag/core/modules/programme/sessions/queries'
import type { SessionCard } from '@fachtag/core/modules/programme/sessions/types'
import { selectNow } from '@fachtag/core/modules/programme/timetable/rules'
import { withoutDay } from '#lib/programme/place.ts'
import { toFilter, type Wanted } from '#lib/programme/wanted.ts'
import { found } from './found.ts'

type Asker = Pick<App.Locals, 'ctx'>
type Address = { readonly series: string; readonly edition: string }

/** The public edition at an address, with its published programme where there is one; 404 without the edition. */
export async function loadProgramme(
  { ctx }: Asker,
  { series, edition: slug }: Address,
): Promise<{ edition: EditionDetail; overview: ProgrammeOverview | null }> {
  const edition = found(await findEdition(ctx.db, series, slug))
  return { edition, overview: await findProgrammeOverview(ctx.db, edition.id) }
}

/**
 * The day that an address means: the one it names, else `today` (`YYYY-MM-DD`) while the edition runs, else the first;
 * null for the sessions without one. 404 for another.
 */
export function chooseDay(overview: ProgrammeOverview, named: string | undefined, today: string): string | null {
  if (named === undefined) return (overview.days.find((one) => one.day === today) ?? overview.days[0])?.day ?? null
  if (named === withoutDay && overview.withoutDay > 0) return null
  return found(overview.days.find((one) => one.day === named)).day
}

/** The sessions of a day that are wanted; with "now" those of this moment, whatever the day. */
export async function loadSessions(
  { ctx }: Asker,
  overview: ProgrammeOverview,
  day: string | null,
  wanted: Wanted,
): Promise<readonly SessionCard[]> {
  const filter = toFilter(wanted, overview.topics)
  if (!wanted.isNow) return listSessions(ctx.db, overview.editionId, day, filter)
  const here = ctx.now().toZonedDateTimeISO(overview.timeZone).toPlainDateTime()
  const today = await listSessions(ctx.db, overview.editionId, here.toPlainDate().toString(), filter)
  return selectNow(today, here.toString({ smallestUnit: 'minute' }))
}
