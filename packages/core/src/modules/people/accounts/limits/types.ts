/** `until`: when the next try counts anew; instant, ISO 8601 in UTC. */
export type TooMany = { readonly kind: 'too-many'; readonly until: string }

export type TryOutcome = { readonly kind: 'allowed' } | TooMany
