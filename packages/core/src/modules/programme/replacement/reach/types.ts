/** How somebody can be told. */
export type Reach = {
  readonly personId: string
  /** Whether a mail can reach them: an address is known, or they have an account. */
  readonly hasAddress: boolean
  /** null where none is known, or who asks is not to know it. */
  readonly phone: string | null
}
