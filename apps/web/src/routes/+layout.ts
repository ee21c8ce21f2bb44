/** Pages are complete as they come: no hydration, a few small scripts of their own (`src/enhance`) at most. */
export const csr = false
export const trailingSlash = 'never'
