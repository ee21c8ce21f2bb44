import type { Circumstances, Pace } from './types.ts'

/** What holds for an edition that has said nothing. */
export const usualPace: Pace = {
  dayBegins: null,
  dayEnds: null,
  changeMinutes: 5,
  breakMinutes: 15,
  stretchMinutes: 180,
}

/** Nothing is known beyond the programme. */
export const noCircumstances: Circumstances = {
  pace: usualPace,
  availabilities: [],
  roomEquipment: [],
  sessionNeeds: [],
  orderWishes: [],
  slots: [],
  lines: [],
  today: null,
}
