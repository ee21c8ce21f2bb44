import type { BoardChange, Placement } from '@fachtag/core/modules/programme/moves/types'
import { expect, test } from 'vitest'
import { someSession } from '../../../../../packages/core/test/programme.ts'
import { tellChanges, tellWhen } from './telling.ts'

const day = '2031-11-05'
const room = (id: string) => ({ id, slug: id, name: `Raum ${id}`, capacity: null, position: 0 })
const programme = {
  timeZone: 'Europe/Berlin',
  tracks: [],
  rooms: [room('a'), room('b')],
  sessions: [someSession({ id: 's', title: 'E-Akte' })],
}
const at = (time: string, roomId: string | null): Placement => {
  return { day, startsAt: `${day}T${time}`, durationMinutes: 45, roomId, isLocked: false }
}
const slot = (roomId: string | null, time: string): BoardChange => {
  return {
    kind: 'slot-added',
    slot: { id: `${roomId}${time}`, roomId, day, startsAt: `${day}T${time}`, durationMinutes: 45 },
  }
}
const opening = someSession({
  id: 'o',
  title: 'Eröffnung',
  isPlenary: true,
  day,
  startsAt: `${day}T09:00`,
  durationMinutes: 30,
})
const changes: BoardChange[] = [
  slot('a', '09:30'),
  slot('b', '09:30'),
  { kind: 'added', session: opening, isLocked: false },
  { kind: 'placed', sessionId: 's', from: at('08:00', 'a'), to: at('08:15', null) },
]

test('what happens is told in the order of the day, slots of one time together', () => {
  expect(tellChanges(changes, programme, 'de')).toEqual([
    'E-Akte: 5. November 2031, 8:00 bis 8:45 Uhr, Raum a → 5. November 2031, 8:15 bis 9:00 Uhr, ohne Raum',
    '5. November 2031, 9:00 bis 9:30 Uhr: Eröffnung, für alle',
    '5. November 2031, 9:30 bis 10:15 Uhr: Zeitfenster in Raum a und Raum b',
  ])
  expect(tellChanges(changes.slice(0, 1), programme, 'en')).toEqual(['5 November 2031, 09:30 to 10:15: slot in Raum a'])
  expect(tellChanges([slot(null, '09:30')], programme, 'en')).toEqual([
    '5 November 2031, 09:30 to 10:15: slot in all rooms',
  ])
})

test.each([
  [{ day, startsAt: `${day}T09:00`, durationMinutes: null }, '5. November 2031, 9:00 Uhr'],
  [{ day: null, startsAt: null, durationMinutes: 45 }, 'ohne Zeit und Raum'],
])('%j', (when, said) => expect(tellWhen(when, 'de')).toBe(said))
