/** The conference example of Timefold (formerly OptaPlanner), as JSON. Slots and rooms of talks are indices. */
export type TimefoldSlot = {
  readonly day: string
  readonly start: string
  readonly end: string
  readonly types: readonly string[]
  readonly tags: readonly string[]
}
export type TimefoldRoom = {
  readonly name: string
  readonly cap: number
  readonly types: readonly string[]
  readonly tags: readonly string[]
  readonly unavailable: readonly number[]
}
/** Tags a speaker or a talk requires, prefers, prohibits, does not want. */
export type TagWishes = {
  readonly reqSlot: readonly string[]
  readonly prefSlot: readonly string[]
  readonly prohSlot: readonly string[]
  readonly undSlot: readonly string[]
  readonly reqRoom: readonly string[]
  readonly prefRoom: readonly string[]
  readonly prohRoom: readonly string[]
  readonly undRoom: readonly string[]
}
export type TimefoldSpeaker = TagWishes & { readonly name: string; readonly unavailable: readonly number[] }
export type TimefoldTalk = TagWishes & {
  readonly code: string
  readonly type: string
  readonly speakers: readonly string[]
  readonly theme: readonly string[]
  readonly sector: readonly string[]
  readonly audience: readonly string[]
  readonly level: number
  readonly content: readonly string[]
  readonly lang: string
  readonly excl: readonly string[]
  readonly prereq: readonly string[]
  readonly fav: number
  readonly crowd: number
  readonly pinned: boolean
  readonly slot: number | null
  readonly room: number | null
}
export type TimefoldProblem = {
  readonly name: string
  /** Minutes between two talks of one speaker. */
  readonly pause: number
  /** Weight of each of the 36 constraints, `HARDhard/SOFTsoft`. */
  readonly weights: Readonly<Record<string, string>>
  readonly timeslots: readonly TimefoldSlot[]
  readonly rooms: readonly TimefoldRoom[]
  readonly speakers: readonly TimefoldSpeaker[]
  readonly talks: readonly TimefoldTalk[]
}

/** Slot and room of each talk, by index. */
export type TimefoldPlan = { readonly slot: readonly number[]; readonly room: readonly number[] }
