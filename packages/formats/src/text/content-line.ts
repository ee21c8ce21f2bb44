import { cleanText } from './clean.ts'

/** A property of iCalendar or vCard: `NAME;PARAMETER=value`, `:` and the value as it stands. */
export function contentLine(name: string, value: string): string {
  return fold(`${name}:${value}`)
}

/** A TEXT value (RFC 5545 section 3.3.11, RFC 6350 section 3.4): backslash, comma, semicolon and line ends escaped. */
export function escapeText(text: string): string {
  return (cleanText(text) ?? '').replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

/** A parameter value, quoted where RFC 5545 section 3.2 wants it; what cannot stand in quotes is left out. */
export function parameterValue(text: string): string {
  const clean = (cleanText(text) ?? '').replaceAll(/["\n\t]/g, ' ')
  return /[:;,]/.test(clean) ? `"${clean}"` : clean
}

/** Joins lines with CRLF, with one at the end, as both formats demand. */
export function joinLines(lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`
}

/** Folds at 75 octets (not characters) without tearing a character apart (RFC 5545 section 3.1). */
function fold(line: string): string {
  if (line.length * 3 <= 75) return line
  let folded = ''
  let start = 0
  let octets = 0
  for (let index = 0; index < line.length; ) {
    const code = line.codePointAt(index)!
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (octets + size > 75) {
      folded += `${line.slice(start, index)}\r\n `
      start = index
      octets = 1
    }
    octets += size
    index += size === 4 ? 2 : 1
  }
  return folded + line.slice(start)
}
