/**
 * `text` when it is a path on this site, as the browser would read it; null for everything else, so that nobody is led away
 * by a link that starts here. Refused are other hosts in all their spellings, other schemes, and signs that browsers skip.
 */
export function ownPath(text: string | null | undefined): string | null {
  if (!text || text.length > 1_000 || !/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(text)) return null
  const base = 'https://site.invalid'
  const url = URL.parse(text, base)
  if (url?.origin !== base || url.username || url.password) return null
  const path = url.pathname + url.search
  return path.startsWith('//') ? null : path
}
