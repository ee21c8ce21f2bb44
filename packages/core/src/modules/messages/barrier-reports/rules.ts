/** How many reports of one hour are taken in from all people together, so that a flood does not bury the real ones. */
export const reportsPerHour = 60

/** Whether one more report is taken in after `recent` of the last hour. */
export function isTakenIn(recent: number): boolean {
  return recent < reportsPerHour
}
