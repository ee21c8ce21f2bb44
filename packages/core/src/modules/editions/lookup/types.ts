/** What can be found by its name while somebody types. */
export type LookupKind = 'person' | 'organisation' | 'topic' | 'municipality'

/** Something that a typed name may mean. `note` tells namesakes apart; `isExact`: one of its names is just what was typed. */
export type LookupHit = {
  readonly id: string
  readonly label: string
  readonly note: string | null
  readonly isExact: boolean
}
