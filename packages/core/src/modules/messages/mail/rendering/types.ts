/** A mail as its reader gets it. `links`: the addresses in `body` that are links; no other text of it is one. */
export type RenderedMail = {
  readonly subject: string
  readonly body: string
  readonly links: readonly string[]
}
