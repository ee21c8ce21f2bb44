import {
  type CosplibProblem,
  type CosplibSession,
  type CosplibTrack,
  type Hours,
  type Span,
  type Submission,
  wishes,
} from '../cosplib/problem.ts'
import { find, indexOf, SheetReader } from './sheet-reader.ts'
import { readWorkbook } from './workbook.ts'

/** Columns of `submissions` before its penalties: name, track, slots, order, time zone, presenters, attendees. */
const ownColumns = 7

/** Reads a conference of CoSPLib from its workbook. Throws ProblemError that names sheet, row and column of what is wrong. */
export function readCosplib(bytes: Uint8Array): CosplibProblem {
  const workbook = readWorkbook(bytes)
  const sheet = (name: string): SheetReader => new SheetReader(name, workbook.get(name))
  const sessions = readSessions(sheet('sessions'))
  const roomSheet = sheet('rooms')
  const rooms = roomSheet.filled.map((row) => roomSheet.text(row, 0))
  const sessionIndex = indexOf(
    'session',
    sessions.map(({ name }) => name),
  )
  const roomIndex = indexOf('room', rooms)
  const trackSheet = sheet('tracks')
  const trackIndex = indexOf(
    'track',
    trackSheet.filled.map((row) => trackSheet.text(row, 0)),
  )
  const bySession = penalties(sheet('tracks_sessions|penalty'), 'track', trackIndex, 'session', sessionIndex)
  const byRoom = penalties(sheet('tracks_rooms|penalty'), 'track', trackIndex, 'room', roomIndex)
  const similar = similarities(sheet('similar tracks'), trackIndex)
  const tracks = trackSheet.filled.map((row, t): CosplibTrack => {
    const chairs = trackSheet.names(row, 1)
    return { name: trackSheet.text(row, 0), chairs, sessions: bySession[t]!, rooms: byRoom[t]!, similar: similar[t]! }
  })
  const parameters = sheet('parameters')
  return {
    weights: Object.fromEntries(
      wishes.map((wish, i) => [wish, parameters.whole(i + 1, 4, 0)]),
    ) as CosplibProblem['weights'],
    hours: readHours(parameters),
    sessions,
    rooms,
    tracks,
    submissions: readSubmissions(sheet('submissions'), trackIndex, sessionIndex, roomIndex),
    sessionRooms: penalties(sheet('sessions_rooms|penalty'), 'session', sessionIndex, 'room', roomIndex),
  }
}

function readSessions(sheet: SheetReader): CosplibSession[] {
  return sheet.filled.map((row) => ({
    name: sheet.text(row, 0),
    slots: sheet.whole(row, 1, 1),
    from: sheet.time(row, 3),
    to: sheet.time(row, 4),
  }))
}

function readHours(sheet: SheetReader): Hours {
  const span = (row: number): Span => ({ from: sheet.time(row, 1), to: sheet.time(row + 1, 1) })
  return {
    zone: sheet.text(1, 1),
    suitable: span(3),
    lessSuitable: span(6),
    smallPenalty: sheet.whole(8, 1, 0),
    bigPenalty: sheet.whole(10, 1, 0),
  }
}

/** A table with names in its first row and column; what is empty is 0. */
function penalties(
  sheet: SheetReader,
  rowKind: string,
  rowIndex: ReadonlyMap<string, number>,
  columnKind: string,
  columnIndex: ReadonlyMap<string, number>,
): number[][] {
  const table = Array.from({ length: rowIndex.size }, () => new Array<number>(columnIndex.size).fill(0))
  const columns = (sheet.rows[0] ?? []).flatMap((name, column) =>
    column === 0 || name === null ? [] : [{ column, to: find(columnIndex, columnKind, String(name), sheet.name) }],
  )
  for (const row of sheet.filled) {
    const values = table[find(rowIndex, rowKind, sheet.text(row, 0), sheet.name)]!
    for (const { column, to } of columns) values[to] = sheet.penalty(row, column)
  }
  return table
}

/** Of the two cells of a pair of tracks the one above the diagonal counts, for both directions; columns go by their place. */
function similarities(sheet: SheetReader, trackIndex: ReadonlyMap<string, number>): number[][] {
  const table = Array.from({ length: trackIndex.size }, () => new Array<number>(trackIndex.size).fill(0))
  const tracks = sheet.filled.map((row) => find(trackIndex, 'track', sheet.text(row, 0), sheet.name))
  sheet.filled.forEach((row, a) => {
    for (let b = a + 1; b < tracks.length; b++) {
      const penalty = sheet.penalty(row, b + 1)
      table[tracks[a]!]![tracks[b]!] = penalty
      table[tracks[b]!]![tracks[a]!] = penalty
    }
  })
  return table
}

function readSubmissions(
  sheet: SheetReader,
  trackIndex: ReadonlyMap<string, number>,
  sessionIndex: ReadonlyMap<string, number>,
  roomIndex: ReadonlyMap<string, number>,
): Submission[] {
  const heads = (sheet.rows[0] ?? []).slice(ownColumns).map((name) => String(name ?? ''))
  const places = heads.map((name, i) =>
    i < sessionIndex.size ? find(sessionIndex, 'session', name, sheet.name) : find(roomIndex, 'room', name, sheet.name),
  )
  const names = sheet.filled.map((row) => sheet.text(row, 0))
  indexOf('submission', names)
  return sheet.filled.map((row, i) => {
    const sessions = new Array<number>(sessionIndex.size).fill(0)
    const rooms = new Array<number>(roomIndex.size).fill(0)
    places.forEach((place, k) => {
      const penalty = sheet.penalty(row, ownColumns + k)
      if (k < sessionIndex.size) sessions[place] = penalty
      else rooms[place] = penalty
    })
    return {
      name: names[i]!,
      track: find(trackIndex, 'track', sheet.text(row, 1), `submission ${names[i]}`),
      slots: sheet.whole(row, 2, 1),
      order: sheet.whole(row, 3, 0, 0),
      zone: sheet.text(row, 4),
      presenters: sheet.names(row, 5),
      attendees: sheet.names(row, 6),
      sessions,
      rooms,
    }
  })
}
