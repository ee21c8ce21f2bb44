import { describe, expect, test } from 'vitest'
import { availabilityInput, orderWishInput, paceInput, roomEquipmentInput, sessionNeedsInput } from './schema.ts'

const pace = { changeMinutes: 5, breakMinutes: 15, stretchMinutes: 180 }
const window = { from: '2031-11-05T09:00', until: '2031-11-05T12:00' }

describe('is taken', () => {
  test.each([
    ['a pace without bounds', paceInput, pace],
    ['a pace with bounds', paceInput, { ...pace, dayBegins: '09:00', dayEnds: '23:59' }],
    ['rooms wall to wall', paceInput, { ...pace, changeMinutes: 0 }],
    ['somebody who cannot come at all', availabilityInput, { personId: 'p', windows: [] }],
    [
      'a window over midnight',
      availabilityInput,
      { personId: 'p', windows: [{ ...window, until: '2031-11-06T01:00' }] },
    ],
    ['a bare room', roomEquipmentInput, { roomId: 'r', equipment: [] }],
    ['needs without a number', sessionNeedsInput, { sessionId: 's', equipment: ['remote'] }],
    ['a wish without a reason', orderWishInput, { firstSessionId: 'a', thenSessionId: 'b' }],
  ])('%s', (_, schema, input) => expect(schema.safeParse(input).success).toBe(true))
})

describe('is refused', () => {
  test.each([
    ['a break of no time', paceInput, { ...pace, breakMinutes: 0 }, ['breakMinutes']],
    ['half a minute', paceInput, { ...pace, changeMinutes: 2.5 }, ['changeMinutes']],
    ['a bound that is no time', paceInput, { ...pace, dayBegins: '9:00' }, ['dayBegins']],
    [
      'a window without a date',
      availabilityInput,
      { personId: 'p', windows: [{ ...window, from: '09:00' }] },
      ['windows', 0, 'from'],
    ],
    [
      'a window of no time',
      availabilityInput,
      { personId: 'p', windows: [{ ...window, until: window.from }] },
      ['windows', 0, 'until'],
    ],
    ['equipment that nobody knows', roomEquipmentInput, { roomId: 'r', equipment: ['fountain'] }, ['equipment', 0]],
    ['nobody as a number', sessionNeedsInput, { sessionId: 's', expectedCount: 0, equipment: [] }, ['expectedCount']],
    ['one session before itself', orderWishInput, { firstSessionId: 'a', thenSessionId: 'a' }, ['thenSessionId']],
  ])('%s', (_, schema, input, path) => {
    expect(schema.safeParse(input).error?.issues.map((issue) => issue.path)).toEqual([path])
  })
})
