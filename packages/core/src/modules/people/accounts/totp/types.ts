/** An app that is being set up: what it has to be told. */
export type PendingApp = {
  /** Base 32, as apps take it. */
  readonly key: string
  readonly uri: string
}
