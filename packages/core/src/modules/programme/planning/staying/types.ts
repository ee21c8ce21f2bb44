import type { ProgrammeSession } from '../../types.ts'

/** A session with the time that it takes in a plan, in wall minutes. */
export type Standing = {
  readonly session: ProgrammeSession
  readonly from: number
  readonly until: number
  readonly people: readonly string[]
  /** Those of them who take part by video. */
  readonly remote: readonly string[]
  readonly isForAll: boolean
}

/** What the planner does with each session of a board. */
export type Parts = {
  /** It may go anywhere. */
  readonly moving: readonly ProgrammeSession[]
  /** It stays, and others keep clear of it. */
  readonly staying: readonly Standing[]
  /** It stays though it cannot be there by the rules; its room and its people are taken all the same. */
  readonly amiss: readonly Standing[]
  /** What is for everybody and nothing may run beside: breaks that the draft keeps, and what is amiss for everybody. */
  readonly breaks: readonly Standing[]
}
