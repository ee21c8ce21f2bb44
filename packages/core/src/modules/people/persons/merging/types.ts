/**
 * `same`: there is only one of them. `two_accounts`: both have an account that is in use, and one human has at most one;
 * nothing was written.
 */
export type MergePersonsOutcome = { readonly kind: 'merged' | 'same' | 'two_accounts' }
