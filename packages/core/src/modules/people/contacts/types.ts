/** Private addresses of a person; `revision` is 0 where nothing is stored. */
export type PersonContact = {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly note: string
  readonly revision: number
}
