/** What stands where a name stood. */
export const erasedName = 'Person auf Wunsch entfernt'

/**
 * A pattern for PostgreSQL that matches each of `words` where it stands by itself ("Ida Öhm", not "Frida Öhmichen"), in
 * any case and with any blanks within; undefined where there are none.
 */
export function patternOf(words: readonly string[]): string | undefined {
  const escaped = [...new Set(words)]
    .filter((word) => word.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((word) =>
      word
        .trim()
        .replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
        .replace(/\s+/g, '\\s+'),
    )
  return escaped.length > 0 ? `(?<![[:alnum:]])(?:${escaped.join('|')})(?![[:alnum:]])` : undefined
}

/** `words` as they stand within the text of a JSON document. */
export function wordsInJson(words: readonly string[]): string[] {
  return words.map((word) => JSON.stringify(word).slice(1, -1))
}
