import type { SessionType } from '../types.ts'
import type { ColumnKind, Grid, GridBand, GridCell, GridColumn, GridItem, GridRow } from './types.ts'

/** How long a session without a known duration is drawn, at most; it is never said to last that long. */
const drawnMinutes = 30

type Span = { readonly item: GridItem; readonly from: number; readonly to: number }

/** Wall time as minutes, for differences only: wall time knows no zone, so days have 24 hours. */
export function wallMinutes(wallTime: string): number {
  return Date.parse(`${wallTime}Z`) / 60_000
}

/** The wall time `minutes` after 1970-01-01T00:00, `YYYY-MM-DDTHH:mm`. */
export function wallTimeOf(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 16)
}

/** Whether a session is meant for everybody: marked so, or common by its nature and bound to no track or room. */
export function isForAll(session: {
  readonly isPlenary: boolean
  readonly type: SessionType
  readonly track: unknown
  readonly room: unknown
}): boolean {
  if (session.isPlenary) return true
  const isCommon = ['opening', 'closing', 'break', 'networking'].includes(session.type)
  return isCommon && session.track === null && session.room === null
}

/** How well tracks or rooms would do as columns. */
export type ColumnFit = {
  /** Sessions for which they are unknown. */
  readonly missing: number
  /** Lanes that the grid would need. */
  readonly lanes: number
}

/**
 * Whether tracks or rooms make the better columns: first the one that fewer sessions lack, then the one that needs
 * fewer lanes; tracks where both do equally well.
 */
export function chooseColumns(tracks: ColumnFit, rooms: ColumnFit): ColumnKind {
  if (tracks.missing !== rooms.missing) return tracks.missing < rooms.missing ? 'track' : 'room'
  return tracks.lanes <= rooms.lanes ? 'track' : 'room'
}

/**
 * Lays the sessions of one day out in time and columns. Every item has exactly one cell, no two cells touch the same
 * square, rows exist only between real boundaries, and a row in which nothing happens is a gap. Columns come in the
 * order of `columnOrder`, those it does not name after it, the nameless one last; unused ones are left out.
 */
export function layOut(items: readonly GridItem[], columnOrder: readonly string[]): Grid {
  const spans = measureSpans(items)
  const { columns, lanes, laneOf, across } = placeSpans(spans, columnOrder)
  const rows = cutRows(spans)
  const lineOf = new Map(rows.map((row, index) => [wallMinutes(row.startsAt), index + 1]))
  const cells = spans.map((span): GridCell & { from: number } => {
    const lane = laneOf.get(span) ?? 1
    const run = across.get(span) ?? { start: lane, end: lane + 1 }
    return {
      id: span.item.id,
      from: span.from,
      rowStart: lineOf.get(span.from)!,
      rowEnd: lineOf.get(span.to) ?? rows.length + 1,
      laneStart: run.start,
      laneEnd: run.end,
    }
  })
  return { columns, lanes, rows, bands: gatherBands(cells, rows.length) }
}

/** Start and drawn end of each item, by start, the longer first; never empty. */
function measureSpans(items: readonly GridItem[]): Span[] {
  const starts = new Map<string | null, number[]>()
  for (const item of items) {
    const known = starts.get(item.columnId)
    if (known) known.push(wallMinutes(item.startsAt))
    else starts.set(item.columnId, [wallMinutes(item.startsAt)])
  }
  return items
    .map((item): Span => {
      const from = wallMinutes(item.startsAt)
      if (item.durationMinutes) return { item, from, to: from + item.durationMinutes }
      const later = (starts.get(item.columnId) ?? []).filter((start) => start > from)
      return { item, from, to: Math.min(from + drawnMinutes, ...later) }
    })
    .sort((a, b) => a.from - b.from || b.to - a.to)
}

type Run = { readonly start: number; readonly end: number }

const overlap = (one: Span, other: Span) => one.from < other.to && other.from < one.to

/**
 * Gives every span a lane of its column, except for those that run across. What is for all runs across the lanes that
 * are free then, as long as they are several side by side, or all there are; else it takes a lane like any other.
 */
function placeSpans(spans: readonly Span[], columnOrder: readonly string[]) {
  const bound = new Set(spans.filter((span) => !span.item.isForAll))
  for (;;) {
    const placed = assignLanes([...bound], columnOrder)
    const across = new Map<Span, Run>()
    const rest = spans.filter((span) => !bound.has(span))
    const refused = rest.find((span) => {
      const taken = [...placed.laneOf, ...across].filter(([other]) => overlap(span, other))
      const run = widestRun(
        taken.map(([, lanes]) => (typeof lanes === 'number' ? { start: lanes, end: lanes + 1 } : lanes)),
        placed.lanes,
      )
      if (run.end - run.start < Math.min(2, placed.lanes)) return true
      across.set(span, run)
      return false
    })
    if (!refused) return { ...placed, across }
    bound.add(refused)
  }
}

/** The longest stretch of lanes from 1 to `lanes` that none of `taken` touches, the first of equal ones. */
function widestRun(taken: readonly Run[], lanes: number): Run {
  let best: Run = { start: 1, end: 1 }
  let start = 1
  for (const run of [...taken.toSorted((a, b) => a.start - b.start), { start: lanes + 1, end: lanes + 1 }]) {
    if (run.start - start > best.end - best.start) best = { start, end: run.start }
    start = Math.max(start, run.end)
  }
  return best
}

function assignLanes(bound: readonly Span[], columnOrder: readonly string[]) {
  const spans = bound.toSorted((a, b) => a.from - b.from || b.to - a.to)
  const byColumn = Map.groupBy(spans, (span) => span.item.columnId)
  const rank = new Map(columnOrder.map((id, index) => [id, index]))
  const place = (id: string | null) => (id === null ? Number.POSITIVE_INFINITY : (rank.get(id) ?? columnOrder.length))
  const ids = [...byColumn.keys()].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
  const laneOf = new Map<Span, number>()
  const columns: GridColumn[] = []
  let firstLane = 1
  for (const id of ids) {
    const ends: number[] = []
    for (const span of byColumn.get(id) ?? []) {
      const free = ends.findIndex((end) => end <= span.from)
      const lane = free === -1 ? ends.length : free
      ends[lane] = span.to
      laneOf.set(span, firstLane + lane)
    }
    columns.push({ id, firstLane, lanes: ends.length })
    firstLane += ends.length
  }
  return { columns, lanes: Math.max(1, firstLane - 1), laneOf }
}

function cutRows(spans: readonly Span[]): GridRow[] {
  const boundaries = [...new Set(spans.flatMap((span) => [span.from, span.to]))].sort((a, b) => a - b)
  const rows: GridRow[] = []
  let busyUntil = Number.NEGATIVE_INFINITY
  let next = 0
  for (const [index, from] of boundaries.entries()) {
    const to = boundaries[index + 1]
    if (to === undefined) break
    for (; next < spans.length && spans[next]!.from <= from; next++) busyUntil = Math.max(busyUntil, spans[next]!.to)
    rows.push({ startsAt: wallTimeOf(from), minutes: to - from, isGap: busyUntil <= from })
  }
  return rows
}

function gatherBands(cells: readonly (GridCell & { from: number })[], rows: number): GridBand[] {
  const groups = [...Map.groupBy(cells, (cell) => cell.from)]
  return groups.map(([from, group], index) => ({
    startsAt: wallTimeOf(from),
    rowStart: group[0]!.rowStart,
    rowEnd: groups[index + 1]?.[1][0]?.rowStart ?? rows + 1,
    cells: group.map(({ from: _, ...cell }) => cell).sort((a, b) => a.laneStart - b.laneStart),
  }))
}
