/** An edition in which somebody appears who may say how they come. */
export type OwnEdition = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly seriesSlug: string
  readonly seriesName: string
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly timeZone: string
  readonly isRemote: boolean
  readonly isOnSite: boolean
  /** When they last said so themselves, ISO instant; null: never. */
  readonly answeredAt: string | null
}
