import type { OwnFactors } from './types.ts'

/** Whether anything is left to be given at the next sign-in. Recovery codes stand in for a factor and are none. */
export function hasFactor({ passkeys, hasApp }: Pick<OwnFactors, 'passkeys' | 'hasApp'>): boolean {
  return passkeys.length > 0 || hasApp
}

/**
 * Whether somebody may add or remove second factors: the first one after any sign-in, every other change only with the one
 * there is. Otherwise whoever reads somebody's mail could give themselves a factor of their own.
 */
export function mayChangeFactors({ isStrong, hasFactor }: { isStrong: boolean; hasFactor: boolean }): boolean {
  return isStrong || !hasFactor
}

/** A code as the app or the paper shows it, however it was typed: six digits, or sixteen letters without hyphens. */
export function readFactorCode(
  typed: string,
): { readonly kind: 'app' | 'recovery'; readonly code: string } | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(code)) return { kind: 'app', code }
  const plain = code.replaceAll('O', '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain) ? { kind: 'recovery', code: plain } : undefined
}
