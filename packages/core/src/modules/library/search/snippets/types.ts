import type { Mark, Match } from '../types.ts'

/** A mark with what it shows; `slot` tells which words of the query it answers, so that a passage can be judged by them. */
export type Finding = Mark & { readonly match: Match; readonly slots: readonly number[] }
