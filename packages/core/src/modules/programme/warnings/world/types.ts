import type {
  Equipment,
  LinePreparation,
  OrderWish,
  Pace,
  SessionNeeds,
  Slot,
  TimeWindow,
} from '../../circumstances/types.ts'
import type { ProgrammeRoom } from '../../types.ts'

/** What stays the same while sessions are moved, laid out so that rules find it by id. */
export type World = {
  readonly pace: Pace
  readonly rooms: ReadonlyMap<string, ProgrammeRoom>
  readonly equipment: ReadonlyMap<string, ReadonlySet<Equipment>>
  readonly needs: ReadonlyMap<string, SessionNeeds>
  readonly windows: ReadonlyMap<string, readonly TimeWindow[]>
  readonly wishes: ReadonlyMap<string, OrderWish>
  /** Session → the wishes that name it. */
  readonly wishesOf: ReadonlyMap<string, readonly OrderWish[]>
  readonly lines: ReadonlyMap<string, LinePreparation>
  /** `YYYY-MM-DD`; null where it is not known. */
  readonly today: string | null
  readonly slotsOfDay: ReadonlyMap<string, readonly Slot[]>
}
