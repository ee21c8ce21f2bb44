import { withoutLinks } from '../literal/rules.ts'

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => references[sign]!)

/** Where the next of `links` stands in `text` at or behind `from`: the longest of those that begin there. */
function nextLink(text: string, links: readonly string[], from: number): { at: number; link: string } | undefined {
  let found: { at: number; link: string } | undefined
  for (const link of links) {
    const at = text.indexOf(link, from)
    if (at < 0) continue
    if (!found || at < found.at || (at === found.at && link.length > found.link.length)) found = { at, link }
  }
  return found
}

/** A stretch of a mail's text: an address that is a link, or text that is none. */
export type Stretch = { readonly text: string; readonly isLink: boolean }

/** `text` cut at each of `links`. */
export function stretchesOf(text: string, links: readonly string[]): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (let next = nextLink(text, links, 0); next; next = nextLink(text, links, from)) {
    if (next.at > from) stretches.push({ text: text.slice(from, next.at), isLink: false })
    stretches.push({ text: next.link, isLink: true })
    from = next.at + next.link.length
  }
  if (from < text.length) stretches.push({ text: text.slice(from), isLink: false })
  return stretches
}

function linked(text: string, links: readonly string[]): string {
  const write = ({ text: piece, isLink }: Stretch) => {
    if (!isLink) return escapeHtml(withoutLinks(piece))
    const address = escapeHtml(piece)
    return `<a href="${address}">${address}</a>`
  }
  return stretchesOf(text, links).map(write).join('')
}

const paragraph = 'margin:0 0 1em'

/**
 * The HTML part of a mail: the paragraphs of its text, with `links` as links and nothing else as one. No pictures, no
 * scripts, nothing from elsewhere.
 */
export function htmlPart(body: string, links: readonly string[], locale: string, title: string): string {
  const paragraphs = body
    .trim()
    .split(/\n{2,}/)
    .map((text) => `<p style="${paragraph}">${linked(text, links).replaceAll('\n', '<br>\n')}</p>`)
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:1em;max-width:40em;font-family:sans-serif;font-size:1rem;line-height:1.5">
${paragraphs.join('\n')}
</body>
</html>
`
}
