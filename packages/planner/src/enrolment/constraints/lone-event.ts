import type { DayConstraint } from './types.ts'

export const loneEvent: DayConstraint = {
  name: 'lone event',
  meaning: 'a student has exactly one event on a day',
  count: (bits) => (bits !== 0 && (bits & (bits - 1)) === 0 ? 1 : 0),
}
