import type { Locale, LocalizedText } from '../../../kernel/localized-text.ts'
import type { OwnTable } from '../../../platform/personal-data/types.ts'
import { columnLabels } from './labels/rules.ts'
import type { OwnData } from './types.ts'

const texts = {
  title: { de: 'Ihre Daten', en: 'Your data' },
  asOf: { de: 'Stand', en: 'As of' },
  lead: {
    de: 'Das ist alles, was diese Site über Sie gespeichert hat (Auskunft nach Art. 15 DSGVO). Schlüssel und Prüfwerte, mit denen Sie sich anmelden, stehen nicht darin.',
    en: 'This is everything that this site has stored about you (access under Art. 15 GDPR). Keys and hashes that you sign in with are left out.',
  },
  nothing: { de: 'leer', en: 'empty' },
  yes: { de: 'ja', en: 'yes' },
  no: { de: 'nein', en: 'no' },
  changes: { de: 'Protokoll der Änderungen', en: 'Log of changes' },
  byYou: { de: 'von Ihnen', en: 'by you' },
  aboutYou: { de: 'an Ihren Daten', en: 'about your data' },
  mentions: { de: 'Texte anderer, in denen Ihr Name steht', en: 'Texts by others that name you' },
} as const satisfies Record<string, LocalizedText>

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/

function showInstant(text: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  })
  return format.format(Temporal.Instant.from(text).epochMilliseconds)
}

/** A value as a reader understands it, in HTML. */
export function showValue(value: unknown, locale: Locale): string {
  if (value === null || value === '' || value === undefined) return `<i>${texts.nothing[locale]}</i>`
  if (typeof value === 'boolean') return value ? texts.yes[locale] : texts.no[locale]
  if (typeof value === 'string' && instant.test(value)) return escapeHtml(showInstant(value, locale))
  if (typeof value !== 'object') return escapeHtml(String(value))
  return escapeHtml(JSON.stringify(value, null, 1))
}

function rowOf(label: string, value: string): string {
  return `<tr><th scope="row">${label}</th><td>${value}</td></tr>`
}

/** What a column is called for a reader; its own name where there is no word for it. */
export function labelOf(column: string, locale: Locale): string {
  return columnLabels[column]?.[locale] ?? column
}

function tableOf(row: Readonly<Record<string, unknown>>, locale: Locale): string {
  const rows = Object.entries(row).map(([column, value]) =>
    rowOf(escapeHtml(labelOf(column, locale)), showValue(value, locale)),
  )
  return `<table>${rows.join('')}</table>`
}

function sectionOf({ title, rows }: OwnTable, locale: Locale): string {
  const heading = title[locale] ?? title.de ?? ''
  return `<section><h2>${escapeHtml(heading)} (${rows.length})</h2>${rows.map((row) => tableOf(row, locale)).join('')}</section>`
}

function changesOf(data: OwnData, locale: Locale): string {
  if (data.changes.length === 0) return ''
  const rows = data.changes.map(({ at, isByThem, table, operation, before, after }) => {
    const whose = isByThem ? texts.byYou[locale] : texts.aboutYou[locale]
    const content = [before, after].filter((one) => one !== null).map((one) => showValue(one, locale))
    return rowOf(showValue(at, locale), `${whose}: ${escapeHtml(`${operation} ${table}`)} ${content.join(' → ')}`)
  })
  return `<section><h2>${texts.changes[locale]} (${rows.length})</h2><table>${rows.join('')}</table></section>`
}

function mentionsOf(data: OwnData, locale: Locale): string {
  if (data.mentions.length === 0) return ''
  const entries = data.mentions.map(({ table, rowId }) => `<li>${escapeHtml(`${table} ${rowId}`)}</li>`)
  return `<section><h2>${texts.mentions[locale]} (${entries.length})</h2><ul>${entries.join('')}</ul></section>`
}

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:0 0 1rem}th,td{text-align:left;vertical-align:top;border-top:1px solid #999;padding:.25rem .5rem;overflow-wrap:anywhere;white-space:pre-wrap}
th{width:14rem;font-weight:600}`

/** The data as one page that a browser shows without anything else. Everything in it is shown literally. */
export function writeDataPage(data: OwnData, locale: Locale): string {
  const title = `${texts.title[locale]}: ${escapeHtml(data.name)}`
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1><p>${texts.asOf[locale]}: ${showValue(data.readAt, locale)}</p><p>${texts.lead[locale]}</p>
${data.tables.map((table) => sectionOf(table, locale)).join('\n')}
${changesOf(data, locale)}
${mentionsOf(data, locale)}
</body></html>
`
}
