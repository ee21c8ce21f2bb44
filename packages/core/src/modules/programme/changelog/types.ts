/** A session as a list of changes names it; it may be gone from the programme by now. */
export type SessionRef = {
  readonly id: string
  readonly slug: string
  readonly reference: string | null
  readonly title: string
}

/** When and where a session is. */
export type Place = {
  readonly day: string | null
  /** Wall time, `YYYY-MM-DDTHH:mm`. */
  readonly startsAt: string | null
  readonly durationMinutes: number | null
  /** Name of the room. */
  readonly room: string | null
}

export type MovedSession = SessionRef & { readonly from: Place; readonly to: Place }

/** A field that changed; with both values where they are short enough to be read in a list. */
export type ChangedField = { readonly field: string; readonly from?: string | null; readonly to?: string | null }
export type ChangedSession = SessionRef & { readonly fields: readonly ChangedField[] }

export type NamedChanges = {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

/**
 * What changed from one programme to the next, told for people. A session that moved and changed stands in both lists;
 * a session that came, went, was cancelled or reinstated stands there, and its other changes besides.
 */
export type ChangeReport = {
  readonly added: readonly SessionRef[]
  readonly removed: readonly SessionRef[]
  readonly cancelled: readonly SessionRef[]
  readonly reinstated: readonly SessionRef[]
  readonly moved: readonly MovedSession[]
  readonly changed: readonly ChangedSession[]
  readonly tracks: NamedChanges
  readonly rooms: NamedChanges
}

/** How many sessions each list of a `ChangeReport` names. */
export type ChangeCounts = {
  readonly added: number
  readonly removed: number
  readonly cancelled: number
  readonly reinstated: number
  readonly moved: number
  readonly changed: number
}
