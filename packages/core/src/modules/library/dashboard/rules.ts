import type { DashboardFacts, Task, TaskName } from './types.ts'

type Finding = Omit<Task, 'count' | 'query'> & {
  readonly query?: string
  /** When it is asked: while there is something to prepare, or when the edition was held. */
  readonly when: 'before' | 'after' | 'always'
  count(facts: DashboardFacts): number
}

const lacking = (name: TaskName, lack: keyof DashboardFacts['lacking'], severity: Task['severity']): Finding => ({
  name,
  severity,
  target: 'beitraege',
  query: `?fehlt=${lack}`,
  when: 'before',
  count: (facts) => facts.lacking[lack],
})

const whether = (isSo: boolean) => (isSo ? 1 : 0)

/** What may be wrong with an edition, the gravest first; and where it is mended. */
const findings: readonly Finding[] = [
  {
    name: 'mail-failed',
    severity: 'urgent',
    target: 'post',
    query: '?zustand=failed',
    when: 'always',
    count: (facts) => facts.mailsFailed,
  },
  {
    name: 'room-too-small',
    severity: 'urgent',
    target: 'raeume',
    when: 'before',
    count: (facts) => facts.crowded.length,
  },
  {
    name: 'programme-errors',
    severity: 'urgent',
    target: 'warnungen',
    query: '?schwere=error',
    when: 'before',
    count: (facts) => facts.programmeErrors,
  },
  lacking('no-speaker', 'speaker', 'urgent'),
  {
    name: 'no-consent',
    severity: 'urgent',
    target: 'einwilligungen',
    when: 'before',
    count: (facts) => facts.speakersWithoutConsent,
  },
  lacking('no-moderator', 'moderator', 'urgent'),
  {
    name: 'unpublished',
    severity: 'urgent',
    target: 'veroeffentlichen',
    when: 'always',
    count: (facts) => (facts.release === null ? 0 : facts.unpublished),
  },
  {
    name: 'mail-waiting',
    severity: 'urgent',
    target: 'post',
    query: '?zustand=review',
    when: 'always',
    count: (facts) => facts.mailsWaiting,
  },
  {
    name: 'no-sessions',
    severity: 'open',
    target: 'beitraege',
    when: 'before',
    count: (facts) => whether(facts.sessions === 0),
  },
  {
    name: 'no-address',
    severity: 'open',
    target: 'anfragen',
    when: 'before',
    count: (facts) => facts.speakersWithoutAddress,
  },
  lacking('no-time', 'time', 'open'),
  lacking('no-room', 'room', 'open'),
  lacking('no-track', 'track', 'open'),
  lacking('no-abstract', 'abstract', 'open'),
  {
    name: 'no-capacity',
    severity: 'open',
    target: 'raeume',
    when: 'before',
    count: (facts) => facts.roomsWithoutCapacity,
  },
  { name: 'news-draft', severity: 'open', target: 'aktuelles', when: 'always', count: (facts) => facts.newsDrafts },
  {
    name: 'material-announced',
    severity: 'open',
    target: 'unterlagen',
    query: '?zustand=announced',
    when: 'after',
    count: (facts) => facts.materialsAnnounced,
  },
  {
    name: 'no-recap',
    severity: 'open',
    target: 'rueckblick',
    when: 'after',
    count: (facts) => whether(!facts.hasRecap),
  },
  {
    name: 'no-attendance',
    severity: 'open',
    target: 'angaben',
    when: 'after',
    count: (facts) => whether(!facts.hasAttendance),
  },
]

/** What is to be mended about an edition, the gravest first; of what was held only what can still be added. */
export function findTasks(facts: DashboardFacts): Task[] {
  if (facts.state === 'cancelled') return []
  const phase = facts.state === 'held' ? 'after' : 'before'
  return findings.flatMap(({ name, severity, target, query = '', when, count }) => {
    const found = when === 'always' || when === phase ? count(facts) : 0
    return found > 0 ? [{ name, severity, target, query, count: found }] : []
  })
}
