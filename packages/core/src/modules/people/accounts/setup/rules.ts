import type { SetupOutcome } from './types.ts'

/** A one-time link is for whoever sits at the terminal: long enough for a working day, short enough to be forgotten. */
export const setupLinkLifetime = Temporal.Duration.from({ hours: 24 })

/** Why a one-time link that could not be taken does not work; `link` is what is stored about it, if anything. */
export function explainRefusal(
  link: { readonly used_at: string | null } | undefined,
): Exclude<SetupOutcome['kind'], 'signed-in'> {
  if (!link) return 'unknown'
  return link.used_at ? 'used' : 'expired'
}

/** The parameter that carries the token of a link. */
export const linkParameter = 'link'

/** The address of a one-time link on the site at `origin`. */
export function setupAddress(origin: string, token: string): string {
  return `${origin}/einrichten?${linkParameter}=${token}`
}
