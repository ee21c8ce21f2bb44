import { describe, expect, test } from 'vitest'
import { planMilestones } from './milestones/rules.ts'
import { findTasks } from './rules.ts'
import { type DashboardFacts, type MilestoneName, milestoneNames, type TaskName, taskNames } from './types.ts'

const day = (startsOn: string, more: object = {}) =>
  ({ startsOn, endsOn: null, precision: 'day', certainty: 'fixed', ...more }) as DashboardFacts['date']

/** An edition on 5 November 2031 at which nothing is left to do before it. */
const ready: DashboardFacts = {
  date: day('2031-11-05'),
  state: 'planned',
  visibility: 'public',
  hasVenue: true,
  sessions: 12,
  lacking: { speaker: 0, moderator: 0, abstract: 0, track: 0, room: 0, time: 0 },
  rooms: 3,
  roomsWithoutCapacity: 0,
  crowded: [],
  speakers: 10,
  speakersWithoutConsent: 0,
  speakersWithoutAddress: 0,
  programmeErrors: 0,
  release: 1,
  unpublished: 0,
  newsDrafts: 0,
  mailsWaiting: 0,
  mailsFailed: 0,
  hasRecap: false,
  hasAttendance: false,
  materialsAnnounced: 0,
}
const crowded = [{ id: 'ses_1', title: 'Eröffnung', roomName: 'Saal', capacity: 100, expected: 300 }]
const lacking = (given: Partial<DashboardFacts['lacking']>) => ({ lacking: { ...ready.lacking, ...given } })
const held = { state: 'held', hasRecap: true, hasAttendance: true } as const

describe('tasks', () => {
  test.each<[TaskName, Partial<DashboardFacts>, number, string]>([
    ['no-sessions', { sessions: 0 }, 1, 'beitraege'],
    ['no-speaker', lacking({ speaker: 2 }), 2, 'beitraege?fehlt=speaker'],
    ['no-moderator', lacking({ moderator: 1 }), 1, 'beitraege?fehlt=moderator'],
    ['no-abstract', lacking({ abstract: 4 }), 4, 'beitraege?fehlt=abstract'],
    ['no-track', lacking({ track: 1 }), 1, 'beitraege?fehlt=track'],
    ['no-room', lacking({ room: 1 }), 1, 'beitraege?fehlt=room'],
    ['no-time', lacking({ time: 3 }), 3, 'beitraege?fehlt=time'],
    ['no-consent', { speakersWithoutConsent: 5 }, 5, 'einwilligungen'],
    ['no-address', { speakersWithoutAddress: 2 }, 2, 'anfragen'],
    ['room-too-small', { crowded }, 1, 'raeume'],
    ['programme-errors', { programmeErrors: 3 }, 3, 'warnungen?schwere=error'],
    ['no-capacity', { roomsWithoutCapacity: 1 }, 1, 'raeume'],
    ['unpublished', { unpublished: 7 }, 7, 'veroeffentlichen'],
    ['news-draft', { newsDrafts: 1 }, 1, 'aktuelles'],
    ['mail-failed', { mailsFailed: 2 }, 2, 'post?zustand=failed'],
    ['mail-waiting', { mailsWaiting: 9 }, 9, 'post?zustand=review'],
    ['no-recap', { ...held, hasRecap: false }, 1, 'rueckblick'],
    ['no-attendance', { ...held, hasAttendance: false }, 1, 'angaben'],
    ['material-announced', { ...held, materialsAnnounced: 3 }, 3, 'unterlagen?zustand=announced'],
  ])('%s', (name, given, count, address) => {
    const tasks = findTasks({ ...ready, ...given })
    expect(tasks.map((task) => [task.name, task.count, task.target + task.query])).toEqual([[name, count, address]])
  })

  test('every name of a task is tried above', () => expect(taskNames).toHaveLength(19))

  test('there are none where all is done, none of a cancelled edition, and no gaps of one long held', () => {
    expect(findTasks(ready)).toEqual([])
    const bad = { ...ready, ...lacking({ speaker: 3, time: 9 }), unpublished: 1 }
    expect(findTasks({ ...bad, state: 'cancelled' })).toEqual([])
    expect(findTasks({ ...bad, ...held }).map((task) => task.name)).toEqual(['unpublished'])
  })

  test('what harms somebody stands before what is only incomplete', () => {
    const all = findTasks({ ...ready, ...lacking({ speaker: 1, abstract: 1 }), newsDrafts: 1, mailsFailed: 1 })
    const ranks = all.map((task) => (task.severity === 'urgent' ? 0 : 1))
    expect(ranks).toEqual([...ranks].sort())
  })

  test('changes before the first release are no news to the public', () => {
    expect(findTasks({ ...ready, release: null, unpublished: 12 })).toEqual([])
  })
})

describe('milestones', () => {
  const empty: DashboardFacts = {
    ...ready,
    visibility: 'draft',
    hasVenue: false,
    sessions: 0,
    speakers: 0,
    release: null,
    date: day('2031-11-05', { certainty: 'probable' }),
  }
  const status = (facts: DashboardFacts, today: string) =>
    Object.fromEntries(planMilestones(facts, today).map((one) => [one.name, one.status]))

  test('a year before all is still to come, and three are next', () => {
    const all = planMilestones(empty, '2030-11-05')
    expect(all.map((one) => one.name)).toEqual(milestoneNames)
    expect(all.map((one) => one.status)).toEqual(['next', 'next', 'next', ...all.slice(3).map(() => 'later')])
    expect(all.map((one) => one.dueOn)).toEqual([...all.map((one) => one.dueOn)].sort())
    expect(all[0]?.dueOn).toBe('2031-01-29')
  })

  test.each<[MilestoneName, Partial<DashboardFacts>]>([
    ['date-fixed', { date: day('2031-11-05', { precision: 'month' }) }],
    ['venue-found', { rooms: 0 }],
    ['speakers-found', lacking({ speaker: 1 })],
    ['edition-public', { visibility: 'draft' }],
    ['times-set', lacking({ room: 1 })],
    ['programme-published', { release: null }],
    ['consents-given', { speakersWithoutConsent: 1 }],
  ])('the day before it, %s is late where it is not done', (name, given) => {
    const late = Object.entries(status({ ...ready, ...given }, '2031-11-04')).filter(([, one]) => one === 'late')
    expect(late).toEqual([[name, 'late']])
  })

  test('what is due today is not late', () => {
    expect(status(empty, '2031-01-29')['date-fixed']).toBe('next')
    expect(status(empty, '2031-01-30')['date-fixed']).toBe('late')
  })

  test('afterwards it has to be said that it was held, then come materials and recap', () => {
    expect(status(ready, '2031-11-06')['edition-held']).toBe('next')
    expect(status(ready, '2031-11-07')['edition-held']).toBe('late')
    const after = planMilestones({ ...ready, state: 'held', materialsAnnounced: 1 }, '2031-11-20')
    expect(after.map((one) => [one.name, one.status, one.dueOn])).toEqual([
      ['edition-held', 'done', '2031-11-06'],
      ['materials-there', 'late', '2031-11-19'],
      ['recap-written', 'next', '2031-12-03'],
    ])
  })

  test('an edition of two days is held when the second is over', () => {
    const two = { ...ready, date: day('2031-11-05', { endsOn: '2031-11-06' }) }
    expect(planMilestones(two, '2031-11-01').find((one) => one.name === 'edition-held')?.dueOn).toBe('2031-11-07')
  })

  test('without a date nothing is late', () => {
    const all = planMilestones({ ...empty, date: null }, '2031-11-05')
    expect(all.filter((one) => one.status === 'late' || one.dueOn !== null)).toEqual([])
  })

  test('a cancelled edition goes nowhere', () => {
    expect(planMilestones({ ...ready, state: 'cancelled' }, '2031-11-05')).toEqual([])
  })
})
