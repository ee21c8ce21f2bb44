import type { ChangeReport } from '../changelog/types.ts'
import type { ProgrammeChanges } from '../changes/types.ts'
import type { Programme } from '../types.ts'

const calendarFields = ['title', 'state', 'day', 'startsAt', 'durationMinutes', 'roomId']

/**
 * The sessions whose calendar entry is another one after `changes`: time, room (or the room's name), title or state
 * differ, or the session is gone, so that it counts on if it ever comes back.
 */
export function sessionsToResequence(after: Programme, changes: ProgrammeChanges): string[] {
  const renamed = new Set(changes.rooms.changed.filter(({ fields }) => 'name' in fields).map(({ id }) => id))
  const changed = changes.sessions.changed.filter(({ fields }) => calendarFields.some((field) => field in fields))
  const inRenamedRoom = after.sessions.filter(({ roomId }) => roomId && renamed.has(roomId))
  const added = new Set(changes.sessions.added.map((session) => session.id))
  const ids = [...changed, ...changes.sessions.removed, ...inRenamedRoom].map((entry) => entry.id)
  return [...new Set(ids)].filter((id) => !added.has(id))
}

/** The sessions that are not what they were for a reader: moved, cancelled, reinstated, or with other details. */
export function sessionsToMark({ cancelled, reinstated, moved, changed }: ChangeReport): string[] {
  return [...cancelled, ...reinstated, ...moved, ...changed].map((session) => session.id)
}
