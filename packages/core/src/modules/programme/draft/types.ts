/** The edition whose programme a command writes; nobody else writes to it while its transaction runs. */
export type LockedEdition = {
  readonly id: string
  readonly seriesId: string
  readonly timeZone: string
}
