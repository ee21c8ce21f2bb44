/** A word longer than this is a data error (a pasted key, a line without blanks); only its beginning is kept. */
const longestWord = 60

/** What is left of a character of two code units when the cut goes through it. */
const halfCharacter = /[\ud800-\udbff]$/

// "ae", "oe", "ue" as another spelling of an umlaut. Not after a vowel or q (neue, Bauer, Quelle), and not at the end of
// a word or before a last s (issues, venue), where German writes no umlaut and other languages write these letters.
const spelledUmlaut = /(?<![aeiouq])([aou])e(?=[a-z]{2}|[a-rt-z]$)/g

const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'a',
  œ: 'o',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * The one form that all spellings of a word share: lower case, without diacritics, umlauts however they are written
 * (`Ämter` = `Aemter` = `amter`), `ß` as `ss`, nothing but letters and digits, at most 60 characters. For words as they
 * are written: what is folded is not folded again (`Europäer` is `europaer`, in which a second time would find an umlaut).
 * Different words may fall together (`schön`, `schon`): a search that wants to tell them apart compares the texts.
 */
export function fold(word: string): string {
  const lower = /^[a-z0-9]*$/i.test(word) ? word.toLowerCase() : word.normalize('NFKC').toLowerCase()
  const spelled = lower.replace(spelledUmlaut, '$1')
  if (/^[a-z0-9]*$/.test(spelled)) return spelled.slice(0, longestWord)
  return spelled
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}+#]/gu, '')
    .slice(0, longestWord)
    .replace(halfCharacter, '')
}

/** Whether a folded word consists of the letters a to z, the only ones that German endings and compounds are made of. */
export function isPlain(folded: string): boolean {
  return /^[a-z]+$/.test(folded)
}
