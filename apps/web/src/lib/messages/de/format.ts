type Standing = 'settled' | 'probable' | 'announced'

/** Words around dates, times and numbers. A `when` comes with its weekday or as a stretch of time ("Ende November 2016"). */
export const format = {
  unknownDate: 'Datum steht noch nicht fest',
  lostDate: 'Datum nicht überliefert',
  unknownTime: 'Uhrzeit nicht überliefert',
  day: (when: string, standing: Standing) =>
    ({ settled: when, probable: `voraussichtlich am ${when}`, announced: `angekündigt für ${when}` })[standing],
  stretch: (when: string, standing: Standing) =>
    ({ settled: when, probable: `voraussichtlich ${when}`, announced: `angekündigt für ${when}` })[standing],
  endOfMonth: (month: string) => `Ende ${month}`,
  twoDays: (first: string, last: string) => `${first} und ${last}`,
  days: (first: string, last: string) => `${first} bis ${last}`,
  clock: (time: string) => `${time} Uhr`,
  clocks: (from: string, to: string) => `${from} bis ${to} Uhr`,
  minutes: (count: number) => `${count} Minuten`,
  count: (count: string, qualifier: 'exact' | 'about' | 'more-than') =>
    ({ exact: count, about: `rund ${count}`, 'more-than': `mehr als ${count}` })[qualifier],
  inDays: (days: number) => (days === 0 ? 'heute' : days === 1 ? 'morgen' : `noch ${days} Tage`),
}
