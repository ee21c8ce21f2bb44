import type { Messages } from '../messages.ts'

export const format: Messages['format'] = {
  unknownDate: 'date not yet fixed',
  lostDate: 'date not on record',
  unknownTime: 'time not on record',
  day: (when, standing) =>
    ({ settled: when, probable: `probably on ${when}`, announced: `announced for ${when}` })[standing],
  stretch: (when, standing) =>
    ({ settled: when, probable: `probably ${when}`, announced: `announced for ${when}` })[standing],
  endOfMonth: (month) => `late ${month}`,
  twoDays: (first, last) => `${first} and ${last}`,
  days: (first, last) => `${first} to ${last}`,
  clock: (time) => time,
  clocks: (from, to) => `${from} to ${to}`,
  minutes: (count) => `${count} minutes`,
  count: (count, qualifier) =>
    ({ exact: count, about: `about ${count}`, 'more-than': `more than ${count}` })[qualifier],
  inDays: (days) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`),
}
