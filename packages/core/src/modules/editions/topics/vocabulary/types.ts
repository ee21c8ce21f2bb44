import type { Topic } from '../types.ts'

/** A topic as an organiser sees and changes it. */
export type TopicEntry = Topic & { readonly revision: number }

/** `known`: a topic is called so, or has the word among its synonyms; nothing was written. */
export type SaveTopicOutcome =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'known'; readonly id: string; readonly term: string }
  | { readonly kind: 'conflict' }
