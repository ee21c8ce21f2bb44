import { slugify } from '../../../../kernel/slug.ts'
import type { PersonName } from '../types.ts'

const titleStart =
  /^(?:(?:univ|jun|apl|hon|em)\.-?(?=prof)|apl\.|em\.)?(?:prof(?:essor(?:in)?)?\.?|dr\.?(?:-?ing\.?)?|drs\.|pd|priv\.-doz\.|dipl\.-\S+|mag\.|lic\.|m\.\s?a\.|ing\.)$/i
const titlePart =
  /^(?:med|rer|nat|phil|jur|iur|pol|oec|publ|habil|theol|sc|techn|päd|vet|agr|hum|h|c|h\.c|mult|ing|dent)\.$|^(?:et|\(fh\)|\(univ\.?\))$/i
const particles = new Set(
  'von van vom zu zum zur der den dem de del della di da dos das du la le ten ter af av'.split(' '),
)
const suffix = /^(?:jr|sr|jun|sen|ii|iii|iv)\.?$/i

function splitTitle(words: readonly string[]): { title: string[]; rest: string[] } {
  let end = 0
  while (end < words.length && (titleStart.test(words[end]!) || (end > 0 && titlePart.test(words[end]!)))) end++
  if (end === words.length) return { title: [], rest: [...words] }
  return { title: words.slice(0, end), rest: words.slice(end) }
}

/** Lower case, accents and umlauts on their base letter (DIN 5007, variant 1), everything else that is no letter or digit a space. */
function collate(text: string): string {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øœæłđı]/g, (letter) => ({ ø: 'o', œ: 'oe', æ: 'ae', ł: 'l', đ: 'd' })[letter] ?? 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words that are a name: without what stands in brackets, in quotes or after a comma, and without "Jr.". */
function nameWords(text: string): string[] {
  const words = text
    .replace(/\([^)]*\)|"[^"]*"|„[^“”]*[“”]|“[^”]*”|,.*$/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  while (words.length > 2 && suffix.test(words.at(-1)!)) words.pop()
  return words.length > 0 ? words : [text]
}

/**
 * Takes a name apart that is written given name first. Leading academic titles are split off; the last word with the
 * particles before it is the family name, and sorts without them ("von der Leyen" under L).
 */
export function parsePersonName(text: string): PersonName {
  const { title, rest } = splitTitle(text.trim().split(/\s+/))
  const name = rest.join(' ')
  const academicTitle = title.join(' ') || null
  const words = nameWords(name)
  if (words.length === 1) {
    return { name, academicTitle, givenName: null, familyName: null, sortKey: collate(name) || name }
  }
  let first = words.length - 1
  while (first > 1 && particles.has(words[first - 1]!)) first--
  const given = words.slice(0, first)
  const family = words.slice(first)
  const sortKey = collate([family.at(-1), ...given, ...family.slice(0, -1)].join(' '))
  return { name, academicTitle, givenName: given.join(' '), familyName: family.join(' '), sortKey: sortKey || name }
}

/**
 * `name` taken apart where it is known which words at its end are the family name: it then sorts by all of them, without
 * the particles at their beginning ("Ana García López" under G). Without `familyName` as `parsePersonName` has it.
 */
export function nameWithFamily(name: string, familyName: string | undefined): Omit<PersonName, 'academicTitle'> {
  const { academicTitle: _, ...parsed } = parsePersonName(name)
  if (!familyName || !name.endsWith(familyName) || familyName === parsed.familyName) return { ...parsed, name }
  const givenName = name.slice(0, -familyName.length).trim() || null
  const words = familyName.split(/\s+/)
  const first = words.findIndex((word, index) => index === words.length - 1 || !particles.has(word))
  const sortKey = collate([...words.slice(first), givenName ?? '', ...words.slice(0, first)].join(' '))
  return { name, givenName, familyName, sortKey: sortKey || name }
}

/** `name` with the academic title before it. */
export function titledName(person: { readonly name: string; readonly academicTitle: string | null }): string {
  return person.academicTitle ? `${person.academicTitle} ${person.name}` : person.name
}

/** The form in which two spellings of one name are equal: no title, no case, no accents, umlauts written out ("Müller" and "Mueller"). */
export function foldName(text: string): string {
  const { name } = parsePersonName(text)
  const folded = name
    .normalize('NFC')
    .replace(/[\p{Script=Latin}\p{M}]+/gu, (run) => slugify(run, run.length * 3))
    .toLowerCase()
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || name.toLowerCase()
}
