import { expect, test } from 'vitest'
import { fixedClock, systemClock } from './clock.ts'

test('a clock that stands still stands at its instant, whatever the offset it was told with', () => {
  const clock = fixedClock('2031-10-26T02:30:00+02:00')
  expect([clock().toString(), clock().toString()]).toEqual(['2031-10-26T00:30:00Z', '2031-10-26T00:30:00Z'])
  expect(() => fixedClock('2031-10-26T02:30:00')).toThrow(RangeError)
})

test('the clock of the machine goes on', () => {
  const before = Temporal.Now.instant()
  expect(Temporal.Instant.compare(systemClock(), before)).toBeGreaterThanOrEqual(0)
})
