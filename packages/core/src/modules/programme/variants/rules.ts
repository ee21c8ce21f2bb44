import { reportChanges } from '../changelog/rules.ts'
import { diffProgrammes } from '../changes/rules.ts'
import type { Circumstances } from '../circumstances/types.ts'
import type { Move } from '../moves/types.ts'
import type { Programme } from '../types.ts'
import { countSeverities, findWarnings } from '../warnings/rules.ts'
import type { Warning } from '../warnings/types.ts'
import type { Comparison, Merge, Place, Places, Variant, VariantFigures, VariantMove } from './types.ts'

const variantMoves: readonly Move['kind'][] = ['place', 'park', 'swap', 'resize', 'change-room', 'shift']

/** Whether a move can be done in a variant. */
export function isVariantMove(move: Move): move is VariantMove {
  return variantMoves.includes(move.kind)
}

/** Where the sessions of `programme` are. */
export function placesOf(programme: Programme): Places {
  return Object.fromEntries(
    programme.sessions.map(({ id, day, startsAt, durationMinutes, roomId }) => [
      id,
      { day, startsAt, durationMinutes, roomId },
    ]),
  )
}

/** `draft` with its sessions where `places` has them. A session that has come since stays; a room that has gone is none. */
export function withPlaces(draft: Programme, places: Places): Programme {
  const rooms = new Set(draft.rooms.map((room) => room.id))
  const sessions = draft.sessions.map((session) => {
    const place = places[session.id]
    if (!place) return session
    return { ...session, ...place, roomId: place.roomId !== null && rooms.has(place.roomId) ? place.roomId : null }
  })
  return { ...draft, sessions }
}

export function isSamePlace(a: Place, b: Place): boolean {
  return (
    a.day === b.day && a.startsAt === b.startsAt && a.durationMinutes === b.durationMinutes && a.roomId === b.roomId
  )
}

/**
 * What taking `variant` over moves in `draft`: what the variant has moved, and nothing else. Where both have moved a session
 * since the variant was made, `prefer` decides; where nobody says, it is disputed.
 */
export function mergeVariant(
  draft: Programme,
  variant: Pick<Variant, 'base' | 'places'>,
  prefer?: 'variant' | 'draft',
): Merge {
  const wanted = placesOf(withPlaces(draft, variant.places))
  const moved = draft.sessions.flatMap((session) => {
    const [base, to] = [variant.base[session.id], wanted[session.id]]
    const isWanted = base && to && !isSamePlace(base, to) && !isSamePlace(session, to)
    return isWanted ? [{ id: session.id, to, isDisputed: !isSamePlace(session, base) }] : []
  })
  const disputed = moved.filter((one) => one.isDisputed).map((one) => one.id)
  if (disputed.length > 0 && prefer === undefined) return { kind: 'disputed', ids: disputed }
  const taken = moved.filter((one) => !one.isDisputed || prefer === 'variant')
  return { kind: 'merged', places: new Map(taken.map((one) => [one.id, one.to])) }
}

/** How many sessions a programme places, in how many rooms, and how many `warnings` it has. */
export function figuresOf(programme: Programme, warnings: readonly Warning[]): VariantFigures {
  const placed = programme.sessions.filter((session) => session.startsAt !== null)
  return {
    placed: placed.length,
    parked: programme.sessions.length - placed.length,
    roomsUsed: new Set(placed.flatMap((session) => session.roomId ?? [])).size,
    warnings: countSeverities(warnings),
  }
}

/** Two programmes of the same edition, compared in words, figures and warnings. */
export function compareProgrammes(first: Programme, second: Programme, circumstances: Circumstances): Comparison {
  const [a, b] = [findWarnings(first, circumstances), findWarnings(second, circumstances)]
  const without = (list: readonly Warning[], others: readonly Warning[]) => {
    const keys = new Set(others.map((warning) => warning.key))
    return list.filter((warning) => !keys.has(warning.key))
  }
  return {
    report: reportChanges(first, second, diffProgrammes(first, second)),
    figures: [figuresOf(first, a), figuresOf(second, b)],
    onlyFirst: without(a, b),
    onlySecond: without(b, a),
  }
}
