import type { Passage, PassageLine } from '../../../../platform/mail/template.ts'
import { asLink } from '../links/rules.ts'
import { joint, literalLine } from '../literal/rules.ts'

function writeLine({ parts, link }: PassageLine): string {
  let text = ''
  for (const part of parts) {
    const written = 'words' in part ? part.words : literalLine(part.text)
    text += /[.:/@\\]$/.test(text) ? joint + written : written
  }
  return [text, link && asLink(link)].filter(Boolean).join(' ')
}

/** Passages as the text of a mail, and the addresses in it that are links. */
export function writePassages(passages: readonly Passage[]): {
  readonly text: string
  readonly links: readonly string[]
} {
  const text = passages.map((lines) => lines.map(writeLine).join('\n')).join('\n\n')
  return { text, links: passages.flatMap((lines) => lines.flatMap(({ link }) => (link ? [link] : []))) }
}
