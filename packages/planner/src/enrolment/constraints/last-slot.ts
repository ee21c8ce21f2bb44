import type { DayConstraint } from './types.ts'

export const lastSlot: DayConstraint = {
  name: 'last slot',
  meaning: 'a student has an event in the last slot of a day',
  count: (bits, slotsPerDay) => (bits >> (slotsPerDay - 1)) & 1,
}
