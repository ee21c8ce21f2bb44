/*
 * Noncharacters (U+FFFE and the like) go everywhere: Unicode keeps them out of what is exchanged, XML forbids some.
 */

/** One line of text: white space and control characters become single spaces. `undefined` when nothing is left. */
export function cleanLine(text: string | null | undefined): string | undefined {
  if (!text) return undefined
  const line = text
    .toWellFormed()
    .replaceAll(/\p{Noncharacter_Code_Point}/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line === '' ? undefined : line
}

/** Text of several lines: `\n` ends a line, other control characters but the tab go. `undefined` when nothing is left. */
export function cleanText(text: string | null | undefined): string | undefined {
  if (!text) return undefined
  const lines = text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}/gu, '')
    .trim()
  return lines === '' ? undefined : lines
}
