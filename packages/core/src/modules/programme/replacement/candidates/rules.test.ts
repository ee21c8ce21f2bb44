import { describe, expect, test } from 'vitest'
import { someAppearance, someSession } from '../../../../../test/programme.ts'
import type { Availability } from '../../circumstances/types.ts'
import type { Reserve, ReserveState } from '../../reserve/types.ts'
import type { Programme } from '../../types.ts'
import { findObstacle, rankReserves } from './rules.ts'

const day = '2031-11-05'
const at = (time: string, durationMinutes: number | null = 45) => ({ day, startsAt: `${day}T${time}`, durationMinutes })
const of = (personId: string) => [someAppearance({ id: `app-${personId}`, personId })]
const session = someSession({ id: 's', ...at('10:00'), appearances: of('ida') })
const programmeOf = (...sessions: Programme['sessions']): Programme => {
  return { timeZone: 'Europe/Berlin', tracks: [], rooms: [], sessions: [session, ...sessions] }
}
const window = (from: string, until: string): Availability[] => [
  { personId: 'bo', windows: [{ from: `${day}T${from}`, until: `${day}T${until}` }] },
]

describe('what keeps somebody from coming', () => {
  test.each<[string, Programme, readonly Availability[], unknown]>([
    ['nothing', programmeOf(), [], null],
    ['a session then', programmeOf(someSession({ id: 'x', title: 'X', ...at('10:30'), appearances: of('bo') })), [], { kind: 'elsewhere', title: 'X' }],
    ['not one that ends as this begins', programmeOf(someSession({ id: 'x', ...at('09:15'), appearances: of('bo') })), [], null],
    ['not one of somebody else', programmeOf(someSession({ id: 'x', ...at('10:00'), appearances: of('eva') })), [], null],
    ['not one that is off', programmeOf(someSession({ id: 'x', state: 'cancelled', ...at('10:00'), appearances: of('bo') })), [], null],
    ['not one without a time', programmeOf(someSession({ id: 'x', appearances: of('bo') })), [], null],
    ['one that has no length, at its start', programmeOf(someSession({ id: 'x', title: 'X', ...at('10:00', null), appearances: of('bo') })), [], { kind: 'elsewhere', title: 'X' }],
    ['their word', programmeOf(), window('09:00', '10:30'), { kind: 'away' }],
    ['not when they are there', programmeOf(), window('10:00', '10:45'), null],
    ['never there at all', programmeOf(), [{ personId: 'bo', windows: [] }], { kind: 'away' }],
  ])('%s', (_, programme, availabilities, expected) => {
    expect(findObstacle('bo', session, programme, availabilities)).toEqual(expected)
  }) // biome-ignore format: a table

  test('nothing is known of a session without a time', () => {
    expect(findObstacle('bo', someSession({ id: 's' }), programmeOf(), window('09:00', '09:30'))).toBeNull()
  })
})

test('those who can come stand first, and who cannot be asked does not stand there', () => {
  const reserve = (personId: string, state: ReserveState = 'available') =>
    ({ id: personId, personId, state }) as Reserve
  const reserves = [
    reserve('bo'),
    reserve('asked', 'asked'),
    reserve('declined', 'declined'),
    reserve('used', 'used'),
    reserve('ida'),
    reserve('free'),
  ]
  const ranked = rankReserves(reserves, session, programmeOf(), window('09:00', '09:30'))
  expect(ranked.map(({ id, obstacle }) => [id, obstacle?.kind ?? null])).toEqual([
    ['free', null],
    ['asked', null],
    ['bo', 'away'],
  ])
})
