import type { BondRule } from '../types.ts'

/** On one day a track is in more than one room, so that who follows it has to move. What is for everybody does not count. */
export const trackChangesRooms: BondRule<'track-changes-rooms'> = {
  kind: 'track-changes-rooms',
  severity: 'hint',
  of: 'track',
  find: (sessions, trackId) => {
    const housed = sessions.filter(({ session }) => session.roomId !== null && !session.isPlenary)
    return [...Map.groupBy(housed, (placed) => placed.day)].flatMap(([day, ofDay]) => {
      const roomIds = [...new Set(ofDay.map(({ session }) => session.roomId!))].sort()
      const sessionIds = ofDay.map(({ session }) => session.id)
      return roomIds.length > 1 ? [{ about: [trackId, day], sessionIds, facts: { trackId, day, roomIds } }] : []
    })
  },
}
