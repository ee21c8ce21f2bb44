import type { BondRule, Placed } from '../types.ts'

function isThere({ session }: Placed, personId: string): boolean {
  return session.appearances.some(
    (held) => held.personId === personId && held.state === 'planned' && held.mode === 'on-site',
  )
}

/** Somebody who is there in person has less time between two rooms than the edition gives people to change. */
export const noTimeToChangeRooms: BondRule<'no-time-to-change-rooms'> = {
  kind: 'no-time-to-change-rooms',
  severity: 'warning',
  of: 'person',
  find: (sessions, personId, { pace }) => {
    const onSite = sessions.filter((placed) => placed.session.roomId !== null && isThere(placed, personId))
    return onSite.flatMap((from) =>
      onSite
        .filter((to) => to !== from && to.start >= from.end && to.start - from.end < pace.changeMinutes)
        .filter((to) => to.session.roomId !== from.session.roomId)
        .map((to) => ({
          about: [personId, from.session.id, to.session.id],
          sessionIds: [from.session.id, to.session.id],
          facts: {
            personId,
            gapMinutes: to.start - from.end,
            neededMinutes: pace.changeMinutes,
            fromRoomId: from.session.roomId!,
            toRoomId: to.session.roomId!,
          },
        })),
    )
  },
}
