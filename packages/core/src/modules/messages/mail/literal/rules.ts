/** Invisible, without width, and the end of a word for whatever looks for addresses in a text. */
export const joint = '\u200b'

/**
 * Signs that hold an address together: of names in the web and of mailboxes, also those that other scripts write for them
 * and that a browser would read as the same.
 */
const holdsTogether = /([.:/\\@\u3002\uff0e\uff61\uff1a\uff0f\uff20\u2024\ufe52\ufe55\ufe6b])(?=[^\s\u200b])/gu

/** Signs that turn the direction of the text or hide in it, so that one reads something else than is there. */
const misleading = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

const separators = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const controls = /[^\P{Cc}\n]/gu

/**
 * `text` such that no mail program makes a link of anything in it: an address falls into pieces at every sign that holds it
 * together. Looks the same, and is the same but for `joint`.
 */
export function withoutLinks(text: string): string {
  // "=?" begins an encoded word, which a header would be decoded from.
  return text.replace(holdsTogether, `$1${joint}`).replaceAll('=?', `=${joint}?`)
}

function cut(text: string, most: number): string {
  const signs = [...text.slice(0, 2 * most + 2)]
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text
}

/** What somebody wrote, as one line of at most `most` characters that is nothing but text. */
export function literalLine(text: string, most = 300): string {
  const line = text
    .slice(0, 20 * most)
    .replace(misleading, '')
    .replace(separators, ' ')
    .trim()
  return withoutLinks(cut(line, most))
}

/** What somebody wrote on several lines, as a quotation of at most `most` characters that is nothing but text. */
export function literalQuote(text: string, most = 5_000): string {
  const plain = text
    .slice(0, 4 * most)
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(misleading, '')
    .replace(controls, ' ')
    .trim()
  return withoutLinks(cut(plain, most))
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}
