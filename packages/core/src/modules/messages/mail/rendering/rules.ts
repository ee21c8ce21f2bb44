import type { Locale } from '../../../../kernel/localized-text.ts'
import type { MailTemplate, Passage, PlaceholderKind } from '../../../../platform/mail/template.ts'
import { asLink } from '../links/rules.ts'
import { joint, literalLine, literalQuote } from '../literal/rules.ts'
import { writePassages } from '../passages/rules.ts'
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

function asCode(value: string): string {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(value)) throw new Error('a code in a mail is letters, digits and hyphens')
  return value
}

type PlainKind = Exclude<PlaceholderKind, 'passages'>

/** How a value of each kind is written. */
const writers: { readonly [K in PlainKind]: (value: string, locale: Locale) => string } = {
  text: (value) => literalLine(value),
  lines: (value) => literalQuote(value),
  link: asLink,
  code: asCode,
  date: writeDate,
  moment: writeMoment,
  number: (value, locale) => Number(value).toLocaleString(languages[locale]),
}

export type Value = string | number | readonly Passage[]
export type Values = Readonly<Record<string, Value>>
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

function writeValue(kind: PlaceholderKind, value: Value, locale: Locale): Filled {
  if (typeof value === 'object') return writePassages(value)
  if (kind === 'passages') throw new Error('passages are given as such')
  const text = writers[kind](String(value), locale)
  return { text, links: kind === 'link' ? [text] : [] }
}

function fill(template: string, kinds: Kinds, values: Values, locale: Locale): Filled {
  const links: string[] = []
  let text = ''
  let isGapClosed = false
  for (const piece of piecesOf(template, (name) => kinds.has(name))) {
    if ('text' in piece) {
      text += isGapClosed ? piece.text.replace(/^\s*\n/, '') : piece.text
      links.push(...addressesIn(piece.text))
      isGapClosed = false
      continue
    }
    const kind = kinds.get(piece.placeholder)!
    const given = Object.hasOwn(values, piece.placeholder) ? values[piece.placeholder] : undefined
    if (given === undefined) throw new Error(`the mail has no value for {${piece.placeholder}}`)
    const written = writeValue(kind, given, locale)
    links.push(...written.links)
    isGapClosed = kind === 'passages' && written.text === ''
    // What is written must not complete an address that the text before it begins.
    text += kind !== 'link' && /[.:/@\\]$/.test(text) ? joint + written.text : written.text
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
