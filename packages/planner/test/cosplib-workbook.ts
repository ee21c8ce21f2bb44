import { type CosplibProblem, wishes } from '../src/cosplib/problem.ts'
import type { Cell, Workbook } from '../src/formats/workbook.ts'

const time = (minutes: number): number => minutes / 1_440

/** A problem as the workbook that CoSPLib would keep it in; what is 0 stays empty there. */
export function cosplibWorkbook(problem: CosplibProblem): Workbook {
  const { hours, weights, sessions, rooms, tracks, submissions } = problem
  const filled = (values: readonly number[]): Cell[] => values.map((value) => value || null)
  const own: Cell[][] = [
    ['Sessions', null],
    ['Local time zone:', hours.zone],
    ['Suitable scheduling times', null],
    ['From:', time(hours.suitable.from)],
    ['To:', time(hours.suitable.to)],
    ['Less suitable scheduling times', null],
    ['From:', time(hours.lessSuitable.from)],
    ['To:', time(hours.lessSuitable.to)],
    ['Penalty:', hours.smallPenalty],
    ['Unsuitable scheduling times', null],
    ['Penalty:', hours.bigPenalty],
  ]
  const sessionNames = sessions.map(({ name }) => name)
  const trackNames = tracks.map(({ name }) => name)
  return new Map<string, Cell[][]>([
    [
      'parameters',
      [null, ...wishes].map((wish, i) => [...(own[i] ?? [null, null]), null, wish, wish && weights[wish]]),
    ],
    [
      'submissions',
      [
        [
          'Reference',
          'Track',
          'Required Timeslots',
          'Order',
          'Time Zone',
          'Presenters',
          'Attendees',
          ...sessionNames,
          ...rooms,
        ],
        ...submissions.map((submission) => [
          submission.name,
          trackNames[submission.track]!,
          submission.slots,
          submission.order,
          submission.zone,
          submission.presenters.join(', ') || null,
          submission.attendees.join(', ') || null,
          ...filled(submission.sessions),
          ...filled(submission.rooms),
        ]),
      ],
    ],
    ['tracks', [['Tracks', 'Chairs'], ...tracks.map(({ name, chairs }) => [name, chairs.join(', ') || null])]],
    [
      'sessions',
      [
        ['Sessions', 'Max Number of Timeslots', 'Date', 'Start Time', 'End Time'],
        ...sessions.map(({ name, slots, from, to }) => [name, slots, 44_405, time(from), time(to)]),
      ],
    ],
    ['rooms', [['Rooms'], ...rooms.map((room) => [room])]],
    ['tracks_sessions|penalty', [[null, ...sessionNames], ...tracks.map((t) => [t.name, ...filled(t.sessions)])]],
    ['tracks_rooms|penalty', [[null, ...rooms], ...tracks.map((t) => [t.name, ...filled(t.rooms)])]],
    ['similar tracks', [[null, ...trackNames], ...tracks.map((t) => [t.name, ...filled(t.similar)])]],
    [
      'sessions_rooms|penalty',
      [[null, ...rooms], ...problem.sessionRooms.map((row, s) => [sessionNames[s]!, ...filled(row)])],
    ],
  ])
}
