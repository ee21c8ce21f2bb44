import { lastPossibleDay } from '../../../editions/rules.ts'
import type { DashboardFacts, Milestone, MilestoneName, Target } from '../types.ts'

type Step = {
  readonly name: MilestoneName
  /** Weeks from the first day (before it: negative), or from the last where `after`. */
  readonly weeks: number
  readonly after?: boolean
  readonly target: Target
  isDone(facts: DashboardFacts): boolean
}

/** The way of an edition, with the time that each step leaves to those who come after it. */
const steps: readonly Step[] = [
  {
    name: 'date-fixed',
    weeks: -40,
    target: 'stammdaten',
    isDone: ({ date }) => date?.precision === 'day' && date.certainty === 'fixed',
  },
  { name: 'venue-found', weeks: -30, target: 'stammdaten', isDone: ({ hasVenue, rooms }) => hasVenue && rooms > 0 },
  {
    name: 'speakers-found',
    weeks: -16,
    target: 'beitraege',
    isDone: ({ sessions, lacking }) => sessions > 0 && lacking.speaker === 0,
  },
  { name: 'edition-public', weeks: -12, target: 'stammdaten', isDone: ({ visibility }) => visibility === 'public' },
  {
    name: 'times-set',
    weeks: -10,
    target: 'beitraege',
    isDone: ({ sessions, lacking }) => sessions > 0 && lacking.time === 0 && lacking.room === 0,
  },
  { name: 'programme-published', weeks: -8, target: 'veroeffentlichen', isDone: ({ release }) => release !== null },
  {
    name: 'consents-given',
    weeks: -2,
    target: 'einwilligungen',
    isDone: ({ speakers, speakersWithoutConsent }) => speakers > 0 && speakersWithoutConsent === 0,
  },
  { name: 'edition-held', weeks: 0, after: true, target: 'stammdaten', isDone: ({ state }) => state === 'held' },
  {
    name: 'materials-there',
    weeks: 2,
    after: true,
    target: 'unterlagen',
    isDone: ({ state, materialsAnnounced }) => state === 'held' && materialsAnnounced === 0,
  },
  { name: 'recap-written', weeks: 4, after: true, target: 'rueckblick', isDone: ({ hasRecap }) => hasRecap },
]

function dueOf(step: Step, date: DashboardFacts['date']): string | null {
  if (!date) return null
  const from = step.after ? lastPossibleDay(date) : date.startsOn
  return Temporal.PlainDate.from(from)
    .add({ days: step.weeks * 7 + (step.after && step.weeks === 0 ? 1 : 0) })
    .toString()
}

/** How many of the steps still to come are shown as next. */
const next = 3

/**
 * The steps of an edition seen from `today` (`YYYY-MM-DD`): what is done, what is late, the three that come next. An
 * edition that was held no longer needs what comes before it; one that was cancelled has no steps at all.
 */
export function planMilestones(facts: DashboardFacts, today: string): Milestone[] {
  if (facts.state === 'cancelled') return []
  const wanted = steps.filter((step) => facts.state !== 'held' || step.after)
  let coming = 0
  return wanted.map((step) => {
    const { name, target } = step
    const dueOn = dueOf(step, facts.date)
    if (step.isDone(facts)) return { name, target, dueOn, status: 'done' }
    if (dueOn !== null && dueOn < today) return { name, target, dueOn, status: 'late' }
    return { name, target, dueOn, status: coming++ < next ? 'next' : 'later' }
  })
}
