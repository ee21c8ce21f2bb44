const maxLength = 4096

/** What the target of a request is: an address as pages have them, one that means another, or none at all. */
export type Target =
  | { readonly kind: 'path'; readonly pathname: string }
  | { readonly kind: 'moved'; readonly location: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'too-long' }

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const unfit = /[\u0000-\u001f\u007f\\]/

/** Judges the target of a request line. Doubled and trailing slashes lead to the address without them, query kept. */
export function judgeTarget(target: string): Target {
  if (target.length > maxLength) return { kind: 'too-long' }
  if (!target.startsWith('/')) return { kind: 'malformed' }
  const mark = target.search(/[?#]/)
  const pathname = mark < 0 ? target : target.slice(0, mark)
  const decoded = decode(pathname)
  if (decoded === undefined || unfit.test(decoded)) return { kind: 'malformed' }
  if (decoded.split('/').some((segment) => segment === '.' || segment === '..')) return { kind: 'malformed' }
  const plain = pathname.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  if (plain !== pathname) return { kind: 'moved', location: plain + (mark < 0 ? '' : target.slice(mark)) }
  return { kind: 'path', pathname }
}
