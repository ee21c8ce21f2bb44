import type { Locale } from '../../../../kernel/localized-text.ts'
import type { MailTemplate, PlaceholderKind } from '../../../../platform/mail/template.ts'
import { joint, literalLine, literalQuote } from '../literal/rules.ts'
import type { RenderedMail } from './types.ts'

/** A piece of a template: text, or the name of a placeholder. */
export type Piece = { readonly text: string } | { readonly placeholder: string }

const placeholderPattern = /\{([A-Za-z]\w{0,39})\}/g

/**
 * The pieces of a template, in one pass. `{name}` is a placeholder when `isPlaceholder` knows the name; anything else,
 * braces within braces included, is text.
 */
export function piecesOf(template: string, isPlaceholder: (name: string) => boolean): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of template.matchAll(placeholderPattern)) {
    const [whole, name = ''] = match
    if (!isPlaceholder(name)) continue
    if (match.index > from) pieces.push({ text: template.slice(from, match.index) })
    pieces.push({ placeholder: name })
    from = match.index + whole.length
  }
  if (from < template.length) pieces.push({ text: template.slice(from) })
  return pieces
}

const languages: Readonly<Record<Locale, string>> = { de: 'de-DE', en: 'en-GB' }
const zone = 'Europe/Berlin'

function writeDate(day: string, locale: Locale): string {
  return Temporal.PlainDate.from(day).toLocaleString(languages[locale], { dateStyle: 'full' })
}

function writeMoment(instant: string, locale: Locale): string {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  const time = wall.toLocaleString(languages[locale], { hour: '2-digit', minute: '2-digit' })
  const day = writeDate(wall.toPlainDate().toString(), locale)
  return locale === 'de' ? `${day}, ${time} Uhr` : `${day}, ${time} (German time)`
}

function asLink(value: string): string {
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(value) || /[<>"{}|\\^`]/.test(value) || !URL.canParse(value))
    throw new Error('a link in a mail must be an absolute address in ASCII')
  return value
}

function asCode(value: string): string {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(value)) throw new Error('a code in a mail is letters, digits and hyphens')
  return value
}

/** How a value of each kind is written. */
const writers: { readonly [K in PlaceholderKind]: (value: string, locale: Locale) => string } = {
  text: (value) => literalLine(value),
  lines: (value) => literalQuote(value),
  link: asLink,
  code: asCode,
  date: writeDate,
  moment: writeMoment,
  number: (value, locale) => Number(value).toLocaleString(languages[locale]),
}

export type Values = Readonly<Record<string, string | number>>
export type Kinds = ReadonlyMap<string, PlaceholderKind>

/** The placeholders that a template allows, each with its kind. */
export function kindsOf(template: Pick<MailTemplate, 'placeholders'>): Kinds {
  return new Map(Object.entries(template.placeholders).map(([name, { kind }]) => [name, kind]))
}

type Filled = { readonly text: string; readonly links: readonly string[] }

const webAddress = /https?:\/\/[^\s<>"{}\u200b]*[^\s<>"{}\u200b.,;:!?)\]'’“”]/g

/** The addresses that stand in a text as they are, and that a mail therefore links. */
export function addressesIn(text: string): string[] {
  return [...new Set(text.match(webAddress) ?? [])]
}

function fill(template: string, kinds: Kinds, values: Values, locale: Locale): Filled {
  const links: string[] = []
  let text = ''
  for (const piece of piecesOf(template, (name) => kinds.has(name))) {
    if ('text' in piece) {
      text += piece.text
      links.push(...addressesIn(piece.text))
      continue
    }
    const kind = kinds.get(piece.placeholder)!
    const given = Object.hasOwn(values, piece.placeholder) ? values[piece.placeholder] : undefined
    if (given === undefined) throw new Error(`the mail has no value for {${piece.placeholder}}`)
    const written = writers[kind](String(given), locale)
    if (kind === 'link') links.push(written)
    // What is written must not complete an address that the text before it begins.
    text += kind !== 'link' && /[.:/@\\]$/.test(text) ? joint + written : written
  }
  return { text, links: [...new Set(links)] }
}

const longestSubject = 200

/** The mail that `template` becomes with `values`. Nothing that stands in a value is looked at again. */
export function renderMail(
  template: { readonly subject: string; readonly body: string },
  kinds: Kinds,
  values: Values,
  locale: Locale,
): RenderedMail {
  const subject = fill(template.subject, kinds, values, locale)
  const body = fill(template.body, kinds, values, locale)
  return {
    subject: [...subject.text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()].slice(0, longestSubject).join(''),
    body: `${body.text.replace(/\r\n?/g, '\n').trim()}\n`,
    links: body.links,
  }
}
