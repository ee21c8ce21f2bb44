/** What the columns of a day are. */
export type ColumnKind = 'track' | 'room'

/** A session with a time, as far as its place in the grid depends on it. */
export type GridItem = {
  readonly id: string
  /** Wall time, `YYYY-MM-DDTHH:mm`. */
  readonly startsAt: string
  readonly durationMinutes: number | null
  /** The track or room it belongs to; null where neither is known. */
  readonly columnId: string | null
  /** Meant for everybody: runs across all columns where nothing else happens at that time. */
  readonly isForAll: boolean
}

/** A track or room, as one or more lanes side by side where sessions in it overlap. */
export type GridColumn = {
  /** null is the column of sessions without a track or room. */
  readonly id: string | null
  /** 1-based grid line. */
  readonly firstLane: number
  readonly lanes: number
}

/** The time between two neighbouring boundaries (a start or an end of any session). */
export type GridRow = {
  /** Wall time, `YYYY-MM-DDTHH:mm`. */
  readonly startsAt: string
  readonly minutes: number
  /** Nothing happens: shown folded, whatever its length. */
  readonly isGap: boolean
}

/** Where a session lies: 1-based grid lines, ends exclusive, as CSS grid counts. */
export type GridCell = {
  readonly id: string
  readonly rowStart: number
  readonly rowEnd: number
  readonly laneStart: number
  readonly laneEnd: number
}

/** The sessions that start together, in the order of their columns. */
export type GridBand = {
  readonly startsAt: string
  readonly rowStart: number
  /** The row at which the next band starts, or one after the last row. */
  readonly rowEnd: number
  readonly cells: readonly GridCell[]
}

export type Grid = {
  readonly columns: readonly GridColumn[]
  readonly lanes: number
  readonly rows: readonly GridRow[]
  readonly bands: readonly GridBand[]
}
