/** What an estimate of how many will come rests on. */
export type DemandBasis =
  /** Organisers have said so. */
  | { readonly kind: 'said'; readonly count: number }
  /** So many visitors have marked it; so many people come for each who marked. */
  | { readonly kind: 'marked'; readonly count: number; readonly factor: number }
  /** So many marked, on average, a session of one of its topics in an earlier edition. */
  | {
      readonly kind: 'earlier'
      readonly edition: string
      readonly topicId: string
      readonly count: number
      readonly factor: number
    }

/** How many are expected at a session. The first basis is the one that decided; the others are worth knowing. */
export type Demand = { readonly expected: number; readonly bases: readonly DemandBasis[] }

/** How many marked, on average, a session of a topic in an earlier edition. */
export type EarlierInterest = { readonly edition: string; readonly topicId: string; readonly count: number }
