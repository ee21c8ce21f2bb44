import type { ProgrammeSession } from '../../types.ts'
import { outsideAvailability } from '../availability/rules.ts'
import { outsideDay } from '../day-bounds/rules.ts'
import { moderatorMissing } from '../moderator/rules.ts'
import { orderViolated } from '../order-wish/rules.ts'
import { personWithoutBreak } from '../person-break/rules.ts'
import { personInTwoPlaces } from '../person-overlap/rules.ts'
import { plenaryOverlapped } from '../plenary-overlap/rules.ts'
import { remoteWithoutEquipment } from '../remote-equipment/rules.ts'
import { remoteNotReady } from '../remote-readiness/rules.ts'
import { noTimeToChangeRooms } from '../room-change/rules.ts'
import { roomLacksEquipment } from '../room-equipment/rules.ts'
import { roomTakenTwice } from '../room-overlap/rules.ts'
import { roomTooSmall } from '../room-size/rules.ts'
import { similarTopicsInParallel } from '../similar-topics/rules.ts'
import { longerThanSlot } from '../slot-length/rules.ts'
import { trackWithoutBreak } from '../track-break/rules.ts'
import { trackChangesRooms } from '../track-rooms/rules.ts'
import type { Bond, BondRule, Finding, Placed, SessionRule, Warning, WarningKind } from '../types.ts'
import type { World } from '../world/types.ts'

/** Every rule that looks at one session by itself. */
const sessionRules: readonly SessionRule<WarningKind>[] = [
  roomTooSmall,
  roomLacksEquipment,
  remoteWithoutEquipment,
  remoteNotReady,
  moderatorMissing,
  outsideDay,
  longerThanSlot,
]

/** Every rule that looks at sessions together. */
const bondRules: readonly BondRule<WarningKind>[] = [
  personInTwoPlaces,
  roomTakenTwice,
  outsideAvailability,
  noTimeToChangeRooms,
  personWithoutBreak,
  trackChangesRooms,
  trackWithoutBreak,
  similarTopicsInParallel,
  orderViolated,
  plenaryOverlapped,
]

function toWarning(rule: SessionRule<WarningKind> | BondRule<WarningKind>, found: Finding<WarningKind>): Warning {
  const { kind, severity } = rule
  const { about, sessionIds, facts } = found
  // A rule finds facts of its own kind only; TypeScript cannot follow that through the list of all rules.
  return { kind, severity, key: [kind, ...about].join(' '), sessionIds, facts } as Warning
}

/** What all rules say about one session that takes place. */
export function inspectSession(session: ProgrammeSession, world: World): Warning[] {
  if (session.state === 'cancelled') return []
  return sessionRules.flatMap((rule) => rule.find(session, world).map((found) => toWarning(rule, found)))
}

/** What all rules say about sessions that have something in common, given by start. */
export function inspectBond(bond: Bond, id: string, sessions: readonly Placed[], world: World): Warning[] {
  return bondRules
    .filter((rule) => rule.of === bond)
    .flatMap((rule) => rule.find(sessions, id, world).map((found) => toWarning(rule, found)))
}
