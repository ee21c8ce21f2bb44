/** What a report on the delivery of a mail led to. */
export type BounceOutcome =
  | { readonly kind: 'noted'; readonly id: string }
  | { readonly kind: 'no-failure' }
  /** It is about a mail that is not ours, or that is forgotten. */
  | { readonly kind: 'unknown-mail' }
