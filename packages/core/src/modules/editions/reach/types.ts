import type { AttendanceFigure, CountQualifier, OrganiserRole } from '../types.ts'

/** A Land that people came from, with the editions that say so, the newest first. */
export type ReachedLand = { readonly land: string; readonly editionIds: readonly string[] }

/** How many came to an edition as a whole; where sources differ, all that they say. */
export type EditionAttendance = {
  readonly editionId: string
  readonly figures: readonly Pick<AttendanceFigure, 'count' | 'qualifier'>[]
}

/** How far a series reaches, over all its public editions. */
export type SeriesReach = {
  readonly lands: readonly ReachedLand[]
  readonly attendance: readonly EditionAttendance[]
}

/** The span between the lowest and the highest figure that sources give. `to` is null where they agree or only one speaks. */
export type AttendanceSpan = { readonly from: number; readonly to: number | null; readonly qualifier: CountQualifier }

/** An edition in the list of an organisation that has a part in it. */
export type OrganisedEdition = {
  readonly slug: string
  readonly name: string
  readonly startsOn: string | null
  readonly seriesSlug: string
  readonly role: OrganiserRole
}
