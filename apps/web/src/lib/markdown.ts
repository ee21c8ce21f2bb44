import { micromark } from 'micromark'

/** A picture of ours as a page shows it; `alternative` and `credit` in the language of the page. */
export type ShownPicture = {
  readonly width: number
  readonly height: number
  readonly alternative: string
  readonly credit: string
}
/** The pictures that texts of a page name, by id. */
export type ShownPictures = Readonly<Record<string, ShownPicture>>

const namesPicture = /\]\(bild:(img_[0-9a-z]{26})\)/g
const ownPicture = /^\/bilder\/(img_[0-9a-z]{26})$/

/** The ids of the pictures that `texts` (Markdown) show: `![](bild:img_…)`. */
export function picturesNamedIn(...texts: readonly (string | undefined)[]): string[] {
  const ids = texts.flatMap((text) => [...(text ?? '').matchAll(namesPicture)].map(([, id = '']) => id))
  return [...new Set(ids)]
}

const quoted = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '')

/** A picture of ours, described as its record says; a foreign one only as a link: no page of ours loads from elsewhere. */
function showPicture(source: string, typed: string, pictures: ShownPictures): string {
  const id = ownPicture.exec(source)?.[1]
  if (id === undefined) return source ? `<a href="${source}">${typed || source}</a>` : typed
  const picture = Object.hasOwn(pictures, id) ? pictures[id] : undefined
  if (!picture) return ''
  const { width, height, alternative, credit } = picture
  const image = `<img src="${source}" alt="${quoted(alternative)}" width="${width}" height="${height}" loading="lazy" />`
  return credit ? `${image}<small>${quoted(credit)}</small>` : image
}

function showPictures(html: string, pictures: ShownPictures): string {
  return html
    .replace(/<img src="([^"]*)" alt="([^"]*)"(?: title="[^"]*")? \/>/g, (_, source: string, typed: string) =>
      showPicture(source, typed, pictures),
    )
    .replace(
      /<p>(<img [^>]*>)(?:<small>([^<]*)<\/small>)?<\/p>/g,
      (_, image: string, credit: string | undefined) =>
        `<figure>${image}${credit ? `<figcaption>${credit}</figcaption>` : ''}</figure>`,
    )
}

/**
 * `text` (Markdown) as HTML that can be put into a page: HTML in it is shown as text, links with dangerous protocols lose
 * their address, of pictures only those in `pictures` are shown. Its highest heading becomes `headingLevel`, whatever its
 * author began with, so that it stands below the heading of the page and no level is left out between them.
 */
export function renderMarkdown(text: string, headingLevel = 2, pictures: ShownPictures = {}): string {
  const html = micromark(text.replace(namesPicture, '](/bilder/$1)'))
  const levels = [...html.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level))
  const shift = headingLevel - Math.min(...levels)
  const shifted = html.replace(
    /<(\/?)h([1-6])>/g,
    (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + shift)}>`,
  )
  return showPictures(shifted, pictures)
}

/** The first words of `text` (Markdown) without its marks, for descriptions; at most `max` characters, cut at a word. */
export function excerpt(text: string, max = 160): string {
  const plain = micromark(text)
    .replace(/<\/?(?:em|strong|code|a)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= max) return plain
  const cut = plain.lastIndexOf(' ', max - 1)
  return `${plain.slice(0, cut > 0 ? cut : max - 1)}…`
}
