import type { Instance } from '../instance.ts'
import type { ConferenceProblem, SoftName } from '../problem.ts'
import { emptyTerms, type Terms } from '../terms.ts'
import { bookmarkClash } from './bookmark-clash.ts'
import { languageBalance } from './language-balance.ts'
import { levelBalance } from './level-balance.ts'
import { loneSession } from './lone-session.ts'
import { longRun } from './long-run.ts'
import { preferredRoom } from './preferred-room.ts'
import { preferredTime } from './preferred-time.ts'
import { publishedChange } from './published-change.ts'
import { seats } from './seats.ts'
import { similarParallel } from './similar-parallel.ts'
import { speakerDays } from './speaker-days.ts'
import { topicSpread } from './topic-spread.ts'
import { trackRoom } from './track-room.ts'
import type { SoftConstraint } from './types.ts'
import { undesiredRoom } from './undesired-room.ts'
import { undesiredTime } from './undesired-time.ts'

/** All wishes, in the order in which reports name them. */
export const softConstraints: readonly SoftConstraint[] = [
  bookmarkClash,
  seats,
  trackRoom,
  similarParallel,
  topicSpread,
  levelBalance,
  languageBalance,
  loneSession,
  longRun,
  preferredTime,
  undesiredTime,
  preferredRoom,
  undesiredRoom,
  speakerDays,
  publishedChange,
]

/** What a constraint weighs in this problem: what it says, or as much as usual. */
export function weightOf({ name, defaultWeight }: SoftConstraint, { weights }: ConferenceProblem): number {
  return weights?.[name] ?? defaultWeight
}

/** The terms of the constraints named (all of them when none are), with the weights of the problem. */
export function compileTerms(instance: Instance, only?: readonly SoftName[]): Terms {
  const terms = emptyTerms(instance.sessions, instance.positions, instance.rooms)
  for (const constraint of softConstraints) {
    if (only && !only.includes(constraint.name)) continue
    const weight = weightOf(constraint, instance.problem)
    if (weight > 0) constraint.contribute(instance, weight, terms)
  }
  return terms
}
