const german: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/**
 * The part of an address that stands for `text`: lower case ASCII letters, digits and single hyphens, at most `max`
 * characters, cut at a hyphen where there is one. German umlauts are written out (`Städte` → `staedte`).
 * Text without any Latin letter or digit gives ''.
 */
export function slugify(text: string, max = 80): string {
  const slug = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöüßæøœłđı]/g, (letter) => german[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (slug.length <= max) return slug
  const cut = slug.slice(0, max + 1).lastIndexOf('-')
  return slug.slice(0, cut > max / 2 ? cut : max).replace(/-$/, '')
}

/** `wanted`, or `wanted-2`, `wanted-3` … if it is taken; `fallback` stands in for an empty slug. Adds the answer to `taken`. */
export function uniqueSlug(wanted: string, taken: Set<string>, fallback: string): string {
  const base = wanted || fallback
  let slug = base
  for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`
  taken.add(slug)
  return slug
}

/** What `slugify` can answer, and what an address may hold in its place. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
