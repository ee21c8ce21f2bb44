/** A soft constraint on one student's day. */
export type DayConstraint = {
  readonly name: string
  /** One sentence for people who ask why a timetable costs what it costs. */
  readonly meaning: string
  /** How often the day breaks it; bit i of `bits` says that slot i is taken. */
  count(bits: number, slotsPerDay: number): number
}
