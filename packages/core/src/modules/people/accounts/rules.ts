import type { SetupOutcome } from './types.ts'

/** A one-time link is for whoever sits at the terminal: long enough for a working day, short enough to be forgotten. */
export const setupLinkLifetime = Temporal.Duration.from({ hours: 24 })

/** How long a sign-in holds. It is not prolonged by use, so a stolen cookie ends too. */
export const signInLifetime = Temporal.Duration.from({ hours: 30 * 24 })

/** Why a one-time link that could not be taken does not work; `link` is what is stored about it, if anything. */
export function explainRefusal(
  link: { readonly used_at: string | null } | undefined,
): Exclude<SetupOutcome['kind'], 'signed-in'> {
  if (!link) return 'unknown'
  return link.used_at ? 'used' : 'expired'
}

/** The parameter of the page `/einrichten` that carries the token. */
export const setupLinkParameter = 'link'

/** The address of a one-time link on the site at `origin`. */
export function setupAddress(origin: string, token: string): string {
  return `${origin}/einrichten?${setupLinkParameter}=${token}`
}
