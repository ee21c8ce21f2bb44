import type { Messages } from '../messages.ts'

export const warnings: Messages['warnings'] = {
  severities: { error: 'Error', warning: 'Warning', hint: 'Hint' },
  kinds: {
    'person-in-two-places': 'In two places at once',
    'room-taken-twice': 'Room taken twice',
    'room-too-small': 'Room too small',
    'room-lacks-equipment': 'Equipment missing',
    'remote-without-equipment': 'Video link without equipment',
    'outside-availability': 'Not available',
    'no-time-to-change-rooms': 'Too little time to change rooms',
    'track-changes-rooms': 'Track changes rooms',
    'similar-topics-in-parallel': 'Similar topics in parallel',
    'moderator-missing': 'Moderator missing',
    'person-without-break': 'Too long without a break',
    'track-without-break': 'Track without a break',
    'order-violated': 'Not in the order asked for',
    'outside-day': 'Outside the day',
    'longer-than-slot': 'Longer than its slot',
    'plenary-overlapped': 'Beside a session for everybody',
  },
  help: {
    'person-in-two-places': 'Move one of the two sessions, or let somebody else stand in.',
    'room-taken-twice': 'Move one of the two to another room or another time.',
    'room-too-small': 'Move the session to a larger room, or limit the number of seats.',
    'room-lacks-equipment':
      'Choose a room that has it. If it is there and only not noted, add it to the equipment of the room.',
    'remote-without-equipment':
      'Choose a room with equipment for video links. If it is there and only not noted, add it to the equipment of the room.',
    'outside-availability': 'Move the session into the times given, or ask again.',
    'no-time-to-change-rooms': 'Put both into the same room, or leave more time between them.',
    'track-changes-rooms': 'If you can, keep the track in one room all day.',
    'similar-topics-in-parallel': 'Move one of them to another time, so that nobody has to choose between them.',
    'moderator-missing': 'Enter at the session who moderates it.',
    'person-without-break': 'Move one of the sessions so that there is a break.',
    'track-without-break': 'Put a break between the sessions.',
    'order-violated': 'Swap the two, or take the wish back.',
    'outside-day': 'Move or shorten the session, or change when the day begins and ends.',
    'longer-than-slot': 'Shorten the session, or move it to a longer slot.',
    'plenary-overlapped': 'Move the other session, so that everybody can attend.',
  },
  equipment: {
    projector: 'projector',
    sound: 'sound system',
    remote: 'equipment for video links',
    recording: 'recording',
    livestream: 'livestream',
    pinboards: 'pinboards',
    'movable-seats': 'movable seats',
    'induction-loop': 'hearing loop',
    'step-free': 'step-free access',
  },
  gone: '(no longer there)',
  quoted: (name) => `“${name}”`,
  placed: (title, place) => `“${title}” (${place})`,
  clock: (time) => `${time}`,
  clocks: (from, until) => `${from} to ${until}`,
  onDay: (day, times) => `${day}, ${times}`,
  fromUntil: (from, until) => `from ${from} until ${until}`,
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
  hoursAndMinutes: (hours, minutes) => `${hours} ${minutes}`,
  atLeast: (minutes) => `at least ${minutes}`,
  seats: (count) => (count === 1 ? '1 seat' : `${count} seats`),
  largeEnough: (rooms) => `Large enough: ${rooms}.`,
  equipped: (rooms) => `Noted to have it: ${rooms}.`,
  reason: (reason) => `Why it was asked for: ${reason}`,
  led: { panel: 'a panel', workshop: 'a workshop' },
  sentences: {
    twoPlaces: (who, first, second, minutes) =>
      `${who} is planned for ${first} and ${second} at the same time. They overlap by ${minutes}.`,
    roomTaken: (room, first, second, minutes) => `In the room ${room}, ${first} and ${second} overlap by ${minutes}.`,
    tooSmall: (session, expected, room, seats) =>
      `${expected === 1 ? '1 person is' : `${expected} people are`} expected at ${session}; the room ${room} has ${seats}.`,
    lacksEquipment: (session, missing, room) =>
      `${session} needs: ${missing}. The room ${room} is not noted to have it.`,
    remote: (who, session, room) =>
      `${who}: by video at ${session}. The room ${room} is not noted to have equipment for video links.`,
    neverThere: (who, session) => `${who} cannot be there at any time, but is planned for ${session}.`,
    outside: (who, session, minutes, windows) =>
      `${who} can be there: ${windows}. ${session} is ${minutes} outside that.`,
    noTime: (who, from, to, needed) =>
      `${who} has to go from ${from} straight to ${to}. Changing rooms is meant to take ${needed}.`,
    littleTime: (who, from, to, gap, needed) =>
      `${who} has only ${gap} between ${from} and ${to}. Changing rooms is meant to take ${needed}.`,
    trackMoves: (track, day, rooms) =>
      `The track ${track} is in several rooms on ${day}: ${rooms}. Whoever follows it has to move.`,
    similar: (first, second, topics, minutes) =>
      `${first} and ${second} are both about ${topics} and run at the same time for ${minutes}.`,
    noModerator: (session, type) => `${session} is ${type}, and nobody leads it.`,
    personLong: (who, day, times, duration, longest) =>
      `On ${day}, ${who} is planned from ${times} without a break: ${duration}. The longest should be ${longest}.`,
    trackLong: (track, day, times, duration, longest) =>
      `On ${day}, the track ${track} has no break from ${times}: ${duration}. The longest should be ${longest}.`,
    order: (first, then, minutes) =>
      `${then} was asked to come after ${first}, but begins ${minutes} before that is over.`,
    early: (session, minutes) => `${session} begins ${minutes} before the day does.`,
    late: (session, minutes) => `${session} ends ${minutes} after the day does.`,
    overSlot: (session, slot, minutes) => `${session} goes on for ${minutes} after the slot ${slot} has ended.`,
    besidePlenary: (plenary, other, minutes) => `${plenary} is for everybody; ${other} runs beside it for ${minutes}.`,
  },
}
