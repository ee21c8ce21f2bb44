/** A wish about the order of two sessions, with what they are called. */
export type NamedWish = {
  readonly id: string
  readonly firstTitle: string
  readonly thenTitle: string
  readonly reason: string | null
}
