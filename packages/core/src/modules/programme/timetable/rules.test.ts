import { describe, expect, it } from 'vitest'
import { makeCard, makeRoom, makeTimedCard, makeTrack } from '../../../../test/session-cards.ts'
import { arrangeTimetable, inPageOrder, selectNow, toStretches } from './rules.ts'

const [a, b] = [makeTrack('a', 1), makeTrack('b', 2)]
const [hall, attic] = [makeRoom('hall', 1), makeRoom('attic', 2)]

describe('arrangeTimetable', () => {
  const sessions = [
    makeTimedCard('opening', '09:00', '09:30', { type: 'opening', isPlenary: true, room: hall }),
    makeTimedCard('b1', '09:30', '10:00', { track: b, room: hall }),
    makeTimedCard('a1', '09:30', '10:00', { track: a, room: attic }),
    makeCard('later'),
  ]

  it('takes tracks as columns, in their order, and keeps what has no time apart', () => {
    const timetable = arrangeTimetable(sessions)
    expect(timetable.columnKind).toBe('track')
    expect(timetable.grid.columns.map((column) => timetable.columns.get(column.id!)?.name)).toEqual([
      'Reihe a',
      'Reihe b',
    ])
    expect(timetable.sessions.get('ses_a1')?.slug).toBe('a1')
    expect(timetable.untimed).toEqual([{ kind: 'together', sessions: [sessions[3]] }])
  })

  it('takes rooms where they are asked for', () => {
    const timetable = arrangeTimetable(sessions, 'room')
    expect(timetable.grid.columns.map((column) => column.id)).toEqual(['roo_hall', 'roo_attic'])
    expect(timetable.otherKind).toBe('track')
  })

  it('offers the other kind only where it would make more than one column', () => {
    expect(arrangeTimetable(sessions).otherKind).toBe('room')
    const inOneRoom = sessions.map((session) => ({ ...session, room: session.startsAt ? hall : null }))
    expect(arrangeTimetable(inOneRoom).otherKind).toBeNull()
  })

  it('lets an opening without track or room run across all columns', () => {
    const bare = makeTimedCard('opening', '09:00', '09:30', { type: 'opening' })
    const [band] = arrangeTimetable([bare, ...sessions.slice(1)]).grid.bands
    expect(band!.cells).toEqual([{ id: 'ses_opening', rowStart: 1, rowEnd: 2, laneStart: 1, laneEnd: 3 }])
  })

  it('arranges nothing', () => {
    expect(arrangeTimetable([])).toMatchObject({ grid: { bands: [] }, untimed: [], otherKind: null })
  })
})

describe('toStretches', () => {
  const names = (sessions: Parameters<typeof toStretches>[0]) =>
    toStretches(sessions).map((stretch) =>
      stretch.kind === 'together'
        ? stretch.sessions.map((session) => session.slug)
        : stretch.tracks.map(({ track, sessions: list }) => [track.slug, ...list.map((session) => session.slug)]),
    )

  it.each([
    ['nothing', [], []],
    ['one list without tracks', [makeCard('x'), makeCard('y')], [['x', 'y']]],
    [
      'from common to parallel and back',
      [
        makeCard('opening'),
        makeCard('b1', { track: b }),
        makeCard('a1', { track: a }),
        makeCard('b2', { track: b }),
        makeCard('closing'),
      ],
      [
        ['opening'],
        [
          ['a', 'a1'],
          ['b', 'b1', 'b2'],
        ],
        ['closing'],
      ],
    ],
    ['a plenary of a track as common', [makeCard('x', { track: a, isPlenary: true })], [['x']]],
  ])('cuts %s', (_, sessions, expected) => {
    expect(names(sessions)).toEqual(expected)
  })
})

describe('inPageOrder', () => {
  it('puts the tracks of a parallel stretch one after the other, and loses nobody', () => {
    const mixed = [
      makeCard('opening'),
      makeCard('b1', { track: b }),
      makeCard('a1', { track: a }),
      makeCard('b2', { track: b }),
      makeCard('closing', { track: a, isPlenary: true }),
    ]
    expect(inPageOrder(mixed).map((one) => one.slug)).toEqual(['opening', 'a1', 'b1', 'b2', 'closing'])
    expect(inPageOrder([])).toEqual([])
  })
})

describe('selectNow', () => {
  const sessions = [
    makeTimedCard('past', '09:00', '10:00'),
    makeTimedCard('running', '09:30', '10:30'),
    makeTimedCard('off', '09:30', '10:30', { state: 'cancelled' }),
    makeTimedCard('soon', '10:30', '11:00'),
    makeTimedCard('later', '10:35', '11:00'),
    makeTimedCard('open-ended', '10:00', '10:00', { endsAt: null, durationMinutes: null }),
    makeCard('whenever'),
  ]
  it.each([
    ['2031-11-05T10:00', ['running', 'soon', 'open-ended']],
    ['2031-11-05T08:00', []],
    ['2031-11-05T08:30', ['past']],
    ['2031-11-05T11:00', []],
    ['2031-11-04T10:00', []],
  ])('at %s: %o', (wallTime, expected) => {
    expect(selectNow(sessions, wallTime).map((session) => session.slug)).toEqual(expected)
  })
})
