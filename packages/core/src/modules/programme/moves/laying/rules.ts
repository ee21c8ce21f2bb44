import { slugify } from '../../../../kernel/slug.ts'
import { wallMinutes, wallTimeOf } from '../../grid/rules.ts'
import type { ProgrammeSession } from '../../types.ts'
import type { Board, BoardChange, FrameType, Fresh, MoveOf, MoveRefusal } from '../types.ts'

type Frame = Pick<ProgrammeSession, 'id' | 'slug' | 'title' | 'day' | 'startsAt' | 'durationMinutes' | 'position'>

/** A session for everybody, without track, room or people. */
function frameSession(type: FrameType, frame: Frame): ProgrammeSession {
  return {
    ...frame,
    type,
    reference: null,
    state: 'planned',
    titleIsGiven: true,
    subtitle: null,
    abstract: '',
    description: '',
    method: null,
    language: 'de',
    trackId: null,
    roomId: null,
    isPlenary: true,
    links: [],
    topicIds: [],
    appearances: [],
  }
}

/** Lays out a day part after part: slots in each of the rooms, and between them what is for everybody. */
export function layOutDay(board: Board, move: MoveOf<'lay-out'>, fresh: Fresh): BoardChange[] | MoveRefusal {
  const unknown = move.roomIds.filter((id) => !board.programme.rooms.some((room) => room.id === id))
  if (unknown.length > 0) return { kind: 'unknown', ids: unknown }
  let begins = wallMinutes(move.startsAt)
  let position = Math.max(-1, ...board.programme.sessions.map((session) => session.position))
  return move.pattern.flatMap((part): BoardChange[] => {
    const when = { day: move.day, startsAt: wallTimeOf(begins), durationMinutes: part.minutes }
    begins += part.minutes
    if (part.kind === 'gap') return []
    if (part.kind === 'session')
      return move.roomIds.map((roomId) => ({ kind: 'slot-added', slot: { id: fresh.id('slot'), roomId, ...when } }))
    position += 1
    const { title } = part
    const frame = { id: fresh.id('session'), slug: fresh.slug(slugify(title)), title, position, ...when }
    return [{ kind: 'added', session: frameSession(part.kind, frame), isLocked: false }]
  })
}
