import type { DayConstraint } from './types.ts'

export const longRun: DayConstraint = {
  name: 'long run',
  meaning: 'a student has more than two events in a row; every event after the second counts once',
  count(bits, slotsPerDay) {
    let count = 0
    for (let slot = 2; slot < slotsPerDay; slot++) if (((bits >> (slot - 2)) & 7) === 7) count++
    return count
  },
}
