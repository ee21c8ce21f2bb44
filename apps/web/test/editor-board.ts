import type { Board } from '@fachtag/core/modules/programme/moves/types'
import type { ProgrammeSession } from '@fachtag/core/modules/programme/types'
import { someSession } from '../../../packages/core/test/programme.ts'

export const day = '2031-11-05'

/** A session of the day: in the hall, 45 minutes, unless it says otherwise. */
export function at(id: string, time: string, given: Partial<ProgrammeSession> = {}): ProgrammeSession {
  return someSession({ id, day, startsAt: `${day}T${time}`, durationMinutes: 45, roomId: 'saal', ...given })
}

const room = (id: string, position: number) => ({ id, slug: id, name: id, capacity: 40, position })

/** A board with three rooms, `saal`, `aula` and `werkstatt`, in this order. */
export function boardOf(sessions: readonly ProgrammeSession[], more: Partial<Board> = {}): Board {
  const rooms = [room('werkstatt', 3), room('saal', 1), room('aula', 2)]
  const programme = { timeZone: 'Europe/Berlin', tracks: [], rooms, sessions }
  return { programme, slots: [], lockedIds: [], ...more }
}

/** A slot of the day. */
export function slotAt(id: string, time: string, durationMinutes: number, roomId: string | null = 'saal') {
  return { id, roomId, day, startsAt: `${day}T${time}`, durationMinutes }
}
