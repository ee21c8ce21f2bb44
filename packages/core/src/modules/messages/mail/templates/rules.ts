import { type Locale, locales } from '../../../../kernel/localized-text.ts'
import type { Kinds } from '../rendering/rules.ts'
import { piecesOf } from '../rendering/rules.ts'
import type { TemplateText, TextField, TextProblem } from './types.ts'

/** What may not be filled into a subject: it is one line, and no place for links. */
const bodyOnly: ReadonlySet<string> = new Set(['lines', 'link', 'passages'])

function wrongBrace(text: string): string | undefined {
  const at = text.search(/[{}]/)
  return at < 0 ? undefined : /^\{?[^{}\s]{0,40}\}?/.exec(text.slice(at))?.[0] || text[at]
}

/** The first thing in `text` that is no placeholder of this mail and no plain text either. */
function judgePieces(text: string, field: TextField, kinds: Kinds): Omit<TextProblem, 'field' | 'locale'> | undefined {
  let before = ''
  for (const piece of piecesOf(text, (name) => kinds.has(name))) {
    if ('text' in piece) {
      const found = wrongBrace(piece.text)
      if (found) return { problem: 'placeholder', found }
      before = piece.text
      continue
    }
    const found = `{${piece.placeholder}}`
    if (field === 'subject' && bodyOnly.has(kinds.get(piece.placeholder)!)) return { problem: 'placeholder', found }
    // What somebody wrote must not end up within an address that we link.
    const begun = /https?:\/\/\S*$/i.exec(before)
    if (begun) return { problem: 'link', found: begun[0].slice(0, 60) + found }
    before = ''
  }
  return undefined
}

function judgeField(text: string, field: TextField, kinds: Kinds): Omit<TextProblem, 'field' | 'locale'> | undefined {
  if (!text.trim()) return { problem: 'missing', found: '' }
  if (field === 'subject' && /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text.trim())) return { problem: 'several-lines', found: '' }
  return judgePieces(text, field, kinds)
}

/**
 * What is wrong with a text that organisers wrote: the first problem of each field. `optional` languages may be empty
 * altogether. Takes time in proportion to the text, whatever is in it.
 */
export function judgeText(text: TemplateText, kinds: Kinds, optional: readonly Locale[] = []): TextProblem[] {
  return locales.flatMap((locale) => {
    const isEmpty = !text.subject[locale]?.trim() && !text.body[locale]?.trim()
    if (isEmpty && optional.includes(locale)) return []
    return (['subject', 'body'] as const).flatMap((field) => {
      const found = judgeField(text[field][locale] ?? '', field, kinds)
      return found ? [{ field, locale, ...found }] : []
    })
  })
}
