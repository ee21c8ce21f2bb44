/**
 * Post-enrolment timetabling (International Timetabling Competition 2002 and 2007 track 2): events with enrolled
 * students get a slot and a room. It is the conference problem with bookmarks that must never clash.
 */
export type EnrolmentProblem = {
  readonly events: number
  readonly days: number
  readonly slotsPerDay: number
  /** Seats per room. */
  readonly capacity: readonly number[]
  /** The events of each student. */
  readonly enrolments: readonly (readonly number[])[]
  /** The features each room has, and those each event needs. */
  readonly roomFeatures: readonly (readonly number[])[]
  readonly eventFeatures: readonly (readonly number[])[]
  /** The slots each event may take. */
  readonly available: readonly (readonly number[])[]
  /** Pairs [earlier, later] of events. */
  readonly order: readonly (readonly [number, number])[]
}

/** Where each event stands; -1 in both arrays when it is left out. */
export type EnrolmentPlan = { readonly slot: readonly number[]; readonly room: readonly number[] }
